"""Accounts that nobody uses are locked."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("usermod -L -e 1，或删除", "usermod -L -e 1, or remove it")


def _look(case: Case, days: int) -> Iterator[str]:
    """Whose password expired more than so many days ago."""
    for account in case.state.accounts:
        if account.has_password and account.changed is not None and account.max_days is not None:
            late = case.state.today - account.changed - account.max_days
            if late > days:
                yield f"{account.name} {late} d"


control = Control(
    id="stale-accounts",
    clauses=("8.1.4.2-c",),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="medium",
    title=Text("长期不改口令的账户已锁定或删除", "Accounts that nobody uses are locked or gone"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", 90, "lower", Text("过期后天数", "days after expiry"), floor=7),),
    generic=True,
    settings=lambda case: [Inspect(lambda c: _look(c, case["days"]), _REMEDY)],
)
