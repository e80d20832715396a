"""Nobody is a member of the group that reads hashes."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("gpasswd -d；usermod -g", "gpasswd -d; usermod -g")


def _look(case: Case) -> Iterator[str]:
    gids = [line.split(":")[2] for line in case.state.lines("groups") if line.startswith("shadow:")]
    yield from case.state.groups.get("shadow", ())
    yield from (account.name for account in case.state.accounts if str(account.gid) in gids)


control = Control(
    id="shadow-group",
    clauses=("8.1.4.2-f", "8.1.4.2-d"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="high",
    title=Text("可读口令散列的组无成员", "The group that reads hashes has no members"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
