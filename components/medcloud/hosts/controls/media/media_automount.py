"""Media are not mounted by themselves."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import NotHere, ServiceOff, Setting
from medcloud.hosts.words import Text

_UNITS = (
    "autofs.service",
    "udisks2.service",
)
_DESKTOP = Text("桌面系统需要它", "a desktop needs it")


def _settings(case: Case) -> list[Setting]:
    if "desktop" in case.known.id:
        return [NotHere(_DESKTOP)]
    return [
        *(ServiceOff(name) for name in _UNITS),
    ]


control = Control(
    id="media-automount",
    clauses=("8.1.4.4-b", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.4-d"),
    severity="medium",
    title=Text("服务器不自动挂载移动介质", "Servers mount no media by themselves"),
    breaks=Text("自动挂载的网络目录", "Network folders that are mounted on demand"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
