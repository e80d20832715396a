"""No account opens without a password."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._written import Written
from medcloud.hosts.settings import Inspect
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_REMEDY = Text("设口令或锁定：passwd -l", "set a password or lock it: passwd -l")


def _look(case: Case) -> Iterator[str]:
    yield from (
        account.name for account in case.state.accounts if account.hash == "empty" and not account.locked
    )


control = Control(
    id="empty-passwords",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="critical",
    title=Text("不存在空口令账户，空口令不能登录", "No account is open without a password"),
    breaks=Text("用空口令的人", "Who uses an empty password"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Written("PermitEmptyPasswords", word("no")), Inspect(_look, _REMEDY)],
)
