"""No password opens a group."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("gpasswd -r", "gpasswd -r")


def _look(case: Case) -> Iterator[str]:
    yield from (line[6:] for line in case.state.lines("account_lines") if line.startswith("group "))


control = Control(
    id="group-passwords",
    clauses=("8.1.4.2-c", "8.1.4.1-a"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="medium",
    title=Text("组不设口令", "No password, shared by its nature, opens a group"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
