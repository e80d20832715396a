"""Changes of scheduled jobs are audited."""

from medcloud.hosts.control import Control
from medcloud.hosts.words import Text

from ._rules import watch

_PATHS = (
    "/etc/crontab",
    "/etc/anacrontab",
    "/etc/cron.d",
    "/etc/cron.hourly",
    "/etc/cron.daily",
    "/etc/cron.weekly",
    "/etc/cron.monthly",
    "/etc/cron.allow",
    "/etc/cron.deny",
    "/etc/at.allow",
    "/etc/at.deny",
    "/var/spool/cron",
)

control = Control(
    id="audit-cron",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("计划任务变更被审计", "Changes of scheduled jobs are audited"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "cron"),
)
