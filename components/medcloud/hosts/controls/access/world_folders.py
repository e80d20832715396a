"""In folders of all, nobody removes another's files."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("chmod +t 或 o-w", "chmod +t or o-w")


def _look(case: Case) -> Iterator[str]:
    yield from (f"{hit.path} {hit.mode:04o} {hit.user}" for hit in case.state.scan if hit.why == "world-dir")


control = Control(
    id="world-folders",
    clauses=("8.1.4.2-f",),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("任何人可写的目录均有粘滞位", "In folders that all may write nobody removes another's files"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
