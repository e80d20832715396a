"""No account comes from a plus sign or stands outside shadow."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("删去 + 条目；pwconv、grpconv", "remove + entries; pwconv, grpconv")


def _look(case: Case) -> Iterator[str]:
    yield from (line for line in case.state.lines("account_lines") if not line.startswith("group "))


control = Control(
    id="account-lines",
    clauses=("8.1.4.1-a", "8.1.4.2-c"),
    items=("7.2.3.1-a",),
    severity="critical",
    title=Text(
        "账户文件无 + 条目，口令均在 shadow 中",
        "No + entries in account files, and each password is in shadow",
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
