"""Refused access to files is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = ("open", "openat", "creat", "truncate", "ftruncate")
_WHY = ("-EACCES", "-EPERM")

control = Control(
    id="audit-denied",
    clauses=("8.1.4.3-a", "8.1.4.4-f"),
    items=("7.2.2-a", "7.2.3.2-e", "6.5-c"),
    severity="high",
    title=Text("被拒绝的文件访问被审计", "Refused access to files is audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [
        rule for why in _WHY for rule in calls(case, _CALLS, f"-F exit={why} {PEOPLE}", "denied")
    ],
)
