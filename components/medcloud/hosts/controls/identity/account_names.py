"""Names and numbers stand for one account or group."""

from collections import Counter
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("改名、改号或删除", "rename, renumber or remove")


def _look(case: Case) -> Iterator[str]:
    rows = [
        line.split(":") for line in case.state.lines("groups") if line.count(":") > 2 and line[0] not in "+-"
    ]
    for what, names in (
        ("account", [account.name for account in case.state.accounts]),
        ("group", [row[0] for row in rows]),
        ("GID", [row[2] for row in rows]),
    ):
        yield from (f"{what} {name}" for name, times in Counter(names).items() if times > 1)


control = Control(
    id="account-names",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a", "7.2.2-c"),
    severity="high",
    title=Text("账户名、组名、组号不重复", "No name of an account or group, no group number twice"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
