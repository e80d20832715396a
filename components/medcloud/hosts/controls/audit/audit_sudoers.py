"""Changes of who may use sudo are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/sudoers.d",
    "/etc/doas.conf",
    "/etc/polkit-1",
)

control = Control(
    id="audit-sudoers",
    clauses=("8.1.4.3-a", "8.1.4.2-d"),
    items=("7.2.2-c", "7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("提权规则变更被审计", "Changes of who may use sudo are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "sudoers"),
)
