"""System, audit and security are administered by different people."""

from collections import Counter
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_OFFICES = ("sysadm", "secadm", "auditadm")
_REMEDY = Text("一人只任一职", "one office a person")
_TASK = Text(
    "主机无三员账户组；确认系统、审计、安全管理员由不同的人担任并经审计",
    "the host has no groups for the offices: see that different people hold them and are audited",
)


def _look(case: Case) -> Iterator[str]:
    people = Counter(member for office in _OFFICES for member in set(case.state.groups.get(office, ())))
    yield from (name for name, offices in people.items() if offices > 1)


def _settings(case: Case) -> list[Setting]:
    held = all(case.state.groups.get(office) for office in _OFFICES)
    return [Inspect(_look, _REMEDY)] if held else [Manual(_TASK)]


control = Control(
    id="separate-admins",
    clauses=("8.1.4.2-d", "8.1.5.2-a", "8.1.5.3-a", "8.1.5.3-b"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text("系统、审计、安全三员分立", "System, audit and security are administered by different people"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
