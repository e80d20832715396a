"""No file in a home opens other hosts or forwards mail."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("删除这些文件，改用密钥", "remove them, and use keys")

_NAMES = ("/.netrc", "/.rhosts", "/.shosts", "/.forward")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("homes"):
        if line.startswith("dot ") and line.endswith(_NAMES):
            yield line.split(" ", 5)[5]


control = Control(
    id="trust-files",
    clauses=("8.1.4.1-a", "8.1.4.10-a"),
    items=("7.2.3.2-d", "7.2.2-c"),
    severity="medium",
    title=Text(
        "家目录无 .netrc、.rhosts、.shosts、.forward", "No .netrc, .rhosts, .shosts or .forward in a home"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
