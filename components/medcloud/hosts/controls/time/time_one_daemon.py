"""One daemon keeps the clock."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import NotHere, PackagePresent, ServiceOff, ServiceOn, Setting, unit
from medcloud.text import Text

_OTHERS = ("systemd-timesyncd.service", "ntp.service", "ntpd.service", "ntpsec.service", "openntpd.service")

_SHARED = Text("时钟属于宿主机", "the clock belongs to the machine below")


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    return [
        PackagePresent(case.known.packages["time"]),
        ServiceOn(unit(case, "time")),
        *(ServiceOff(name) for name in _OTHERS),
    ]


control = Control(
    id="time-one-daemon",
    clauses=("8.1.4.3-b",),
    items=("6.5-c", "7.2.3.2-e"),
    severity="medium",
    title=Text("只有一个时间同步服务", "One daemon keeps the clock"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
