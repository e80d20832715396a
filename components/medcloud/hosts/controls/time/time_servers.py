"""chrony names the plan's sources and no others."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ChronyServers, Manual, Setting
from medcloud.text import Text

_UNKNOWN = Text("清单未给出时间源（site.time_sources）", "the inventory names no site.time_sources")


def _settings(case: Case) -> list[Setting]:
    sources = case.surroundings.time_sources
    return [ChronyServers(sources)] if sources else [Manual(_UNKNOWN)]


control = Control(
    id="time-servers",
    clauses=("8.1.4.3-b", "8.1.4.4-b"),
    items=("6.5-c", "7.2.3.2-e"),
    severity="medium",
    title=Text("时间源即规划所列", "chrony names the plan's sources and no others"),
    breaks=Text("时钟可能跳变一次", "The clock may jump once"),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
