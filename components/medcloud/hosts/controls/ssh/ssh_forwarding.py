"""Nothing is forwarded through SSH."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_NAMES = ("AllowTcpForwarding", "AllowAgentForwarding", "X11Forwarding", "PermitTunnel", "GatewayPorts")

control = Control(
    id="ssh-forwarding",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("7.2.2-a", "6.5-c"),
    severity="medium",
    title=Text("SSH 不转发端口、代理与图形", "SSH forwards no ports, agents or displays"),
    breaks=Text("经主机跳转的人与工具", "People and tools that hop through the host"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption(name, word("no")) for name in _NAMES],
)
