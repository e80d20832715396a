"""Changes of the firewall are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/nftables.conf",
    "/etc/sysconfig/nftables.conf",
    "/etc/nftables",
    "/etc/firewalld",
    "/etc/iptables",
    "/etc/sysconfig/iptables",
    "/etc/ufw",
)

control = Control(
    id="audit-firewall",
    clauses=("8.1.4.3-a", "8.1.3.2-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("防火墙策略变更被审计", "Changes of the firewall are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "firewall"),
)
