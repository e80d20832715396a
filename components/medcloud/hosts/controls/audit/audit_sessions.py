"""Records of sessions are watched against alteration."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/run/utmp",
    "/var/log/wtmp",
    "/var/log/btmp",
)

control = Control(
    id="audit-sessions",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.2-e", "7.2.3.4.2-c", "7.2.2-a"),
    severity="medium",
    title=Text("会话记录的改动被审计", "Alterations of session records are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "session"),
)
