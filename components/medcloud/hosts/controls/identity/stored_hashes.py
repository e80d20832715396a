"""The hashes that are there are strong ones, whatever PAM was told to write."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Setting, offered
from medcloud.text import Text

_STRONG = {"sm3", "y", "gy", "7", "6", "2b", "2y"}
_REMEDY = Text("令其改口令：chage -d 0", "have it changed: chage -d 0")


def _look(case: Case) -> Iterator[str]:
    good = {"sm3"} if "sm3" in offered(case) else _STRONG
    for account in case.state.accounts:
        if account.has_password and account.hash not in {*good, "empty"}:
            yield f"{account.name} ${account.hash}$"


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)]


control = Control(
    id="stored-hashes",
    clauses=("8.1.4.8-b", "8.1.4.1-a"),
    items=("7.2.1-a", "7.2.3.1-a"),
    severity="high",
    title=Text("已存的口令散列均为强算法", "Stored password hashes are all strong ones"),
    breaks=Text("仍用旧散列的账户须改口令", "Accounts with an old hash must change their password"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
