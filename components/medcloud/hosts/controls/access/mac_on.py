"""Mandatory access control labels people and files, and is on."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, NotHere, Setting
from medcloud.text import Text

_REMEDY = Text("按系统手册启用并先重打标签", "turn it on as the system's manual says, labels first")
_TASK = Text(
    "在统信安全中心确认强制访问控制为启用", "see in UOS's security centre that mandatory access control is on"
)
_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")


def _selinux(case: Case) -> Iterator[str]:
    said = [line for line in case.state.lines("mac") if line.startswith("selinux ")]
    if "selinux Enforcing" not in said:
        yield said[0] if said else "selinux -"


def _kysec(case: Case) -> Iterator[str]:
    said = [line for line in case.state.lines("mac") if line.startswith("kysec ")]
    if not any("status: enabled" in line.casefold() for line in said):
        yield said[0] if said else "kysec -"


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    looks = {"selinux": _selinux, "kysec": _kysec}
    look = looks.get(case.known.mac)
    return [Inspect(look, _REMEDY)] if look else [Manual(_TASK)]


control = Control(
    id="mac-on",
    clauses=("8.1.4.2-g", "8.1.4.2-f", "8.1.4.2-e"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text(
        "强制访问控制已启用（SELinux、KYSEC、统信安全）",
        "Mandatory access control is on: SELinux, KYSEC or UOS's own",
    ),
    breaks=Text(
        "策略未放行的程序；启用前先重打标签并以宽容模式观察",
        "Programs that no policy lets pass: relabel and watch in permissive mode first",
    ),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
