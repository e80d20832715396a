"""A desktop that nobody uses locks."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Manual, NotHere, Setting
from medcloud.text import Text

_DESKTOPS = ("lightdm.service", "gdm.service", "gdm3.service", "sddm.service")
_TASK = Text(
    "桌面锁屏按用户设置（UKUI、DDE），请确认空闲十分钟内锁屏且用户不可改",
    "screens are locked by settings of each user (UKUI, DDE): see that they lock within ten minutes",
)
_NONE = Text("无图形桌面", "no desktop")


def _settings(case: Case) -> list[Setting]:
    desktop = any(name in case.state.units and case.state.units[name].enabled for name in _DESKTOPS)
    return [Manual(_TASK)] if desktop else [NotHere(_NONE)]


control = Control(
    id="screen-lock",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b", "7.2.3.2-d"),
    severity="medium",
    title=Text("桌面空闲自动锁屏", "A desktop that nobody uses locks its screen"),
    breaks=Text("-", "-"),
    proof="rendered",
    host_kind="none",
    settings=_settings,
)
