"""A locked account is not opened by a key."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text(
    "锁口令挡不住密钥：去掉密钥，或 chage -E 0 使账户过期",
    "locking a password stops no key: take the key out, or expire the account by chage -E 0",
)


def _look(case: Case) -> Iterator[str]:
    """Those whose password was locked; an account that never had one works by key on purpose."""
    keyed = {line.split()[1] for line in case.state.lines("ssh_keys") if line.startswith("user ")}
    for account in case.state.accounts:
        past = account.expires is not None and account.expires <= case.state.today
        shut = account.locked and account.hash != "none"
        if account.name in keyed and shut and account.can_log_in and not past:
            yield account.name


control = Control(
    id="ssh-keys-of-locked",
    clauses=("8.1.4.2-c", "8.1.4.1-b"),
    items=("7.2.3.1-a", "7.2.3.2-d"),
    severity="high",
    title=Text("已锁定或禁用的账户不留可用密钥", "A locked account keeps no key that opens it"),
    breaks=Text(
        "以密钥运行任务而锁了口令的服务账户", "Service accounts with a locked password that work by key"
    ),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
