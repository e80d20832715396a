"""Only root is root."""

from collections import Counter
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("给账户各自的 UID，或删除账户", "give accounts a UID of their own, or remove them")


def _look(case: Case) -> Iterator[str]:
    uids = Counter(account.uid for account in case.state.accounts)
    for account in case.state.accounts:
        if (account.uid == 0 and account.name != "root") or uids[account.uid] > 1:
            yield f"{account.name} UID {account.uid}"


control = Control(
    id="uid-zero",
    clauses=("8.1.4.1-a", "8.1.4.2-c"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="critical",
    title=Text("除 root 外无 UID 0 账户，UID 不重复", "Only root has UID 0, and no UID is used twice"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
