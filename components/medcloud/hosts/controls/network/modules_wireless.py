"""Servers have no radio."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import ModuleDenied, NotHere, Setting
from medcloud.hosts.words import Text

_NAMES = ("cfg80211", "mac80211")
_DESKTOP = Text("桌面系统需要它", "a desktop needs it")


def _settings(case: Case) -> list[Setting]:
    if "desktop" in case.known.id:
        return [NotHere(_DESKTOP)]
    return [ModuleDenied(name) for name in _NAMES]


control = Control(
    id="modules-wireless",
    clauses=("8.1.4.4-b", "8.1.4.4-c"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("服务器禁用无线网络", "Servers have no radio network"),
    breaks=Text("接无线网络的服务器", "Servers on a radio network"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
