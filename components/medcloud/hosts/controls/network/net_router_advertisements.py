"""Whoever is on the wire cannot become the IPv6 router."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Manual, Setting, each_interface
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_TASK = Text(
    "默认路由来自路由通告：先配置静态路由，再置 net.ipv6.conf.*.accept_ra=0",
    "the default route comes by them: set a static one first, then net.ipv6.conf.*.accept_ra=0",
)


def _settings(case: Case) -> list[Setting]:
    learned = [
        line for line in case.state.lines("network") if line.startswith("default6") and " proto ra" in line
    ]
    return [Manual(_TASK)] if learned else [*each_interface(case, "ipv6.accept_ra", condition=exactly(0))]


control = Control(
    id="net-router-advertisements",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("不接受 IPv6 路由通告", "IPv6 router advertisements are not accepted"),
    breaks=Text(
        "靠通告得到地址与路由的主机（识别到则须人工）",
        "Hosts whose address and route come by them (left to a person when recognised)",
    ),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
