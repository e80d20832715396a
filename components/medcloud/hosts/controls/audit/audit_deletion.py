"""Deleting and renaming by people is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "rmdir",
)

control = Control(
    id="audit-deletion",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("删除与改名被审计", "Deleting and renaming are audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, PEOPLE, "delete", wide=True),
)
