"""Loading and unloading of kernel modules is audited."""

from medcloud.hosts.controls.audit._rules import calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "init_module",
    "finit_module",
    "delete_module",
)

control = Control(
    id="audit-modules",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("内核模块加载卸载被审计", "Loading of kernel modules is audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, "", "modules"),
)
