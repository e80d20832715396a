"""Nobody else writes the files that a person's shell obeys."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("chmod go-w；chown 归本人", "chmod go-w; chown it to the account")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("homes"):
        what, name, mode, user, _, path = (*line.split(" ", 5), *[""] * 5)[:6]
        if what == "dot" and (int(mode, 8) & 0o022 or user not in (name, "root")):
            yield f"{path} {mode} {user}"


control = Control(
    id="dot-files",
    clauses=("8.1.4.2-f", "8.1.4.5-a"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text("家目录中的点文件他人不可写", "Nobody else writes the files that a person's shell obeys"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
