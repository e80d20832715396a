"""Accounts of programs let nobody in."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("usermod -L -s /sbin/nologin", "usermod -L -s /sbin/nologin")

_FIRST_PERSON = 1000


def _look(case: Case) -> Iterator[str]:
    for account in case.state.accounts:
        if 0 < account.uid < _FIRST_PERSON and (account.can_log_in or account.has_password):
            yield f"{account.name} {account.shell}"


control = Control(
    id="system-accounts",
    clauses=("8.1.4.2-c", "8.1.4.2-b"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="high",
    title=Text("系统账户不可登录，无口令", "Accounts of programs have no shell and no password"),
    breaks=Text("以服务账户登录的人", "Who logs in as a service"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
