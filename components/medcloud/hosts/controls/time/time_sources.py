"""The clock follows the plan's sources."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, NotHere, Setting
from medcloud.text import Text

_UNKNOWN = Text(
    "清单未给出时间源（site.time_sources）", "the inventory names no time sources (site.time_sources)"
)
_SHARED = Text("时钟属于宿主机", "the clock belongs to the machine below")
_REMEDY = Text("在 chrony 中配置这些源", "name them in chrony's configuration")


def _look(case: Case) -> Iterator[str]:
    sources = " ".join(case.state.lines("time_sources"))
    yield from (source for source in case.surroundings.time_sources if source not in sources.split())


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    return [Inspect(_look, _REMEDY)] if case.surroundings.time_sources else [Manual(_UNKNOWN)]


control = Control(
    id="time-sources",
    clauses=("8.1.4.3-b",),
    items=("6.5-c", "7.2.3.2-e"),
    severity="medium",
    title=Text("时钟跟随规划的时间源", "The clock follows the plan's sources"),
    breaks=Text("时钟可能跳变一次", "The clock may jump once"),
    proof="behaviour",
    host_kind="uml",
    settings=_settings,
)
