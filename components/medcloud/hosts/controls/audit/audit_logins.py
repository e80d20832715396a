"""Records of logins are watched against alteration."""

from medcloud.hosts.control import Control
from medcloud.hosts.words import Text

from ._rules import watch

_PATHS = (
    "/var/log/lastlog",
    "/var/log/faillog",
    "/var/log/tallylog",
    "/var/run/faillock",
    "/run/faillock",
)

control = Control(
    id="audit-logins",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.2-e", "7.2.3.4.2-c", "7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("登录记录的改动被审计", "Alterations of login records are audited"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "logins"),
)
