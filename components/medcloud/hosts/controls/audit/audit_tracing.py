"""Interference with other processes is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "ptrace",
    "process_vm_writev",
)

control = Control(
    id="audit-tracing",
    clauses=("8.1.4.3-a", "8.1.4.4-f"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("调试注入其他进程被审计", "Interference with other processes is audited"),
    breaks=Text("调试者的日志量", "Logs of those who debug"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, PEOPLE, "tracing"),
)
