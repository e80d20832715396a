"""Changes of scheduled jobs are audited."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Setting
from medcloud.text import Text

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
# not there before cron-allow and at-allow make them in the same run
_MADE = {"/etc/cron.allow": "/etc/cron.d", "/etc/at.allow": "/etc/at.deny"}


def _settings(case: Case) -> list[Setting]:
    there = case.state.rights_of(*_PATHS)
    made = [path for path, beside in _MADE.items() if path not in there and beside in there]
    return watch(case, _PATHS, "cron", made=made)


control = Control(
    id="audit-cron",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("计划任务变更被审计", "Changes of scheduled jobs are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=_settings,
)
