"""Records of logins are watched against alteration."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Setting
from medcloud.text import Text

_PATHS = (
    "/var/log/lastlog",
    "/var/log/faillog",
    "/var/log/tallylog",
    "/var/run/faillock",
    "/run/faillock",
    "/var/lib/faillock",
)
_COUNTS = "/var/lib/faillock"
_CONF = "/etc/security/faillock.conf"


def _settings(case: Case) -> list[Setting]:
    """lockout-kept makes the folder of the counts in the same run."""
    return watch(case, _PATHS, "logins", made=[_COUNTS] if case.state.read(_CONF) is not None else [])


control = Control(
    id="audit-logins",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.2-e", "7.2.3.4.2-c", "7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("登录记录的改动被审计", "Alterations of login records are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=_settings,
)
