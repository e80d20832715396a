"""Changes of names and networks are audited."""

from medcloud.hosts.controls.audit._rules import calls, watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "sethostname",
    "setdomainname",
)
_PATHS = (
    "/etc/hosts",
    "/etc/hostname",
    "/etc/issue",
    "/etc/network",
    "/etc/netplan",
    "/etc/NetworkManager",
    "/etc/systemd/network",
    "/etc/sysconfig/network",
    "/etc/sysconfig/network-scripts",
)

control = Control(
    id="audit-network",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("主机名与网络配置变更被审计", "Changes of names and networks are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: [*calls(case, _CALLS, "", "network"), *watch(case, _PATHS, "network")],
)
