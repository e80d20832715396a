"""Each account that a password opens is a person whom the site knows."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_REMEDY = Text("列入 site.operators，或锁定、删除", "name them in site.operators, or lock or remove them")
_TASK = Text(
    "清单未给出 site.operators；请逐一核对账户与人",
    "the inventory names no site.operators: see whose each account is",
)


def _look(case: Case) -> Iterator[str]:
    known = {"root", *case.surroundings.operators}
    for account in case.state.accounts:
        if account.can_log_in and account.has_password and account.name not in known:
            yield account.name


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if case.surroundings.operators else [Manual(_TASK)]


control = Control(
    id="named-people",
    clauses=("8.1.4.2-a", "8.1.4.2-c"),
    items=("7.2.3.1-a", "7.2.2-c"),
    severity="medium",
    title=Text(
        "可登录账户均对应名单上的人，不共用", "Who can log in is on the site's list, one account a person"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
