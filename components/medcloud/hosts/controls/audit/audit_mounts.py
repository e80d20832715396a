"""Mounting by people is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "mount",
    "umount2",
)

control = Control(
    id="audit-mounts",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("挂载被审计", "Mounting is audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, PEOPLE, "mounts"),
)
