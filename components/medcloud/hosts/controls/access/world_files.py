"""No file is writable by all."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("chmod o-w", "chmod o-w")


def _look(case: Case) -> Iterator[str]:
    yield from (f"{hit.path} {hit.mode:04o} {hit.user}" for hit in case.state.scan if hit.why == "world-file")


control = Control(
    id="world-files",
    clauses=("8.1.4.2-f", "8.1.4.7-b"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("无任何人可写的文件", "No file is writable by all"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
