"""Only root changes what cron runs."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

_FOLDERS = ("/etc/cron.d", "/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly")

control = Control(
    id="cron-rights",
    clauses=("8.1.4.2-f",),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("定时任务的文件只有 root 可改", "Only root changes what cron runs"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/etc/crontab", *_FOLDERS),
    settings=lambda case: [
        FileRights("/etc/crontab", 0o600),
        *(FileRights(path, 0o700) for path in _FOLDERS),
    ],
)
