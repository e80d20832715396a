"""Mail is taken from this host only."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_PORTS = (25, 465, 587)
_REMEDY = Text("inet_interfaces = loopback-only（postfix）", "inet_interfaces = loopback-only (postfix)")


def _look(case: Case) -> Iterator[str]:
    planned = {flow.port for flow in case.surroundings.flows if flow.direction == "ingress"}
    for socket in case.state.sockets:
        local = socket.address.startswith("127.") or socket.address == "::1"
        if socket.protocol == "tcp" and socket.port in _PORTS and not local and socket.port not in planned:
            yield f"{socket.address}:{socket.port}"


control = Control(
    id="mail-local",
    clauses=("8.1.4.4-b",),
    items=("6.5-c",),
    severity="medium",
    title=Text("邮件服务只在本机监听", "Mail is taken from this host only"),
    breaks=Text("邮件服务器（流须在规划中）", "Mail servers (their flow must be in the plan)"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
