"""Each account's group exists, and only root's is group 0."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("usermod -g", "usermod -g")

_SYSTEM = {"root", "sync", "shutdown", "halt", "operator"}


def _look(case: Case) -> Iterator[str]:
    """The accounts of old that halt a machine have group 0 in some families."""
    there = {line.split(":")[2] for line in case.state.lines("groups") if line.count(":") > 2}
    for account in case.state.accounts:
        if str(account.gid) not in there or (account.gid == 0 and account.name not in _SYSTEM):
            yield f"{account.name} GID {account.gid}"


control = Control(
    id="primary-groups",
    clauses=("8.1.4.2-d", "8.1.4.1-a"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text(
        "账户的主组存在，只有 root 的主组为 0", "Each account's group exists, and only root's is group 0"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
