"""No password was changed in the future."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("校准时钟后 chage -d", "set the clock right, then chage -d")


def _look(case: Case) -> Iterator[str]:
    for account in case.state.accounts:
        if account.has_password and account.changed is not None and account.changed > case.state.today + 1:
            yield f"{account.name} +{account.changed - case.state.today} d"


control = Control(
    id="password-dates",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="low",
    title=Text("口令修改日期不在未来", "No password was changed in the future, so each expires"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
