"""Changes of rights are audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "chmod",
    "fchmod",
    "fchmodat",
    "chown",
    "fchown",
    "fchownat",
    "lchown",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
)

control = Control(
    id="audit-permissions",
    clauses=("8.1.4.3-a", "8.1.4.2-f"),
    items=("7.2.2-a", "7.2.2-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("权限与属主变更被审计", "Changes of rights and owners are audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, PEOPLE, "perm", wide=True),
)
