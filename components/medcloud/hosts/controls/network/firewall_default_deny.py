"""What the plan does not let in or out is dropped, over IPv4 and IPv6."""

from medcloud.hosts.case import Case
from medcloud.hosts.case.firewall_rules import chains
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Firewall, Manual, Setting, ssh_ports
from medcloud.text import Text

_UNKNOWN = Text(
    "清单未给出管理来源（site.admin_sources），不设防火墙以免关住管理员",
    "the inventory names no administrators' prefixes (site.admin_sources): none is set, not to shut them out",
)


def _settings(case: Case) -> list[Setting]:
    if not case.surroundings.admin_sources:
        return [Manual(_UNKNOWN)]
    return [Firewall(chains(case.surroundings, ssh_ports(case)))]


control = Control(
    id="firewall-default-deny",
    clauses=("8.1.3.2-a", "8.1.3.2-b", "8.1.3.1-a", "8.1.4.4-c", "8.1.4.4-b"),
    items=("7.2.2-a", "7.2.3.2-d", "6.5-c"),
    severity="critical",
    title=Text(
        "默认拒绝：只放行规划的流与管理来源",
        "Default deny: only the plan's flows pass, and the administrators",
    ),
    breaks=Text(
        "规划中没有的访问（规划列出外出流时，含软件源）；从其他地址来的管理员",
        "Access that is not in the plan (once it lists egress, repositories too); other administrators",
    ),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
