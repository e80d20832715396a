"""Nobody reads or writes another's cron table."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="crontab-rights",
    clauses=("8.1.4.2-f",),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("个人定时任务表他人不可读写", "Nobody reads or writes another's cron table"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/var/spool/cron",
        "/var/spool/cron/crontabs",
        "/var/spool/cron/crontabs/*",
        "/var/spool/cron/atjobs",
    ),
    settings=lambda case: [
        FileRights("/var/spool/cron", 0o755),
        FileRights("/var/spool/cron/crontabs", 0o1730, groups=("root", "crontab")),
        FileRights("/var/spool/cron/crontabs/*", 0o600, users=(), groups=()),
        FileRights("/var/spool/cron/atjobs", 0o1770, users=(), groups=()),
    ],
)
