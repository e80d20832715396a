"""Each account has a home of its own."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("mkhomedir_helper；chown", "mkhomedir_helper; chown")


def _look(case: Case) -> Iterator[Text | str]:
    for line in case.state.lines("homes"):
        what, name, _, user, _, path = (*line.split(" ", 5), *[""] * 5)[:6]
        if what == "none":
            yield Text(f"{name}: {path}: 不存在", f"{name}: {path}: is not there")
        elif what == "home" and user != name:
            yield f"{name}: {path}: {user}"


control = Control(
    id="homes-owned",
    clauses=("8.1.4.2-f", "8.1.4.1-a"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="medium",
    title=Text("每个账户有属于自己的家目录", "Each account has a home that is there and its own"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
