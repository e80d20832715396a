"""Each file belongs to somebody."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("chown 归现有账户，或删除", "chown it to somebody, or remove it")


def _look(case: Case) -> Iterator[str]:
    yield from (f"{hit.path} {hit.mode:04o} {hit.user}" for hit in case.state.scan if hit.why == "unowned")


control = Control(
    id="unowned-files",
    clauses=("8.1.4.2-c", "8.1.4.2-f"),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("文件均有属主与属组", "Each file has an owner and a group that exist"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
