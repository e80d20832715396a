"""None of the ports that worms and thieves try first is open."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_PORTS = {
    *(7, 9, 13, 19, 20, 21, 23, 69, 79, 111, 135, 137, 138, 139),
    *(445, 512, 513, 514, 873, 1900, 2049, 3389, 5353, 5900, 6000, 6379, 11211, 27017),
}
_REMEDY = Text("停止该服务，或只在本机监听", "stop the service, or let it listen on this host only")


def _look(case: Case) -> Iterator[str]:
    planned = {(flow.protocol, flow.port) for flow in case.surroundings.flows if flow.direction == "ingress"}
    for socket in case.state.sockets:
        local = socket.address.startswith("127.") or socket.address == "::1"
        if socket.port in _PORTS and not local and (socket.protocol, socket.port) not in planned:
            yield f"{socket.protocol} {socket.address}:{socket.port} {socket.process}".strip()


control = Control(
    id="dangerous-ports",
    clauses=("8.1.4.4-b",),
    items=("6.5-c", "7.2.2-a"),
    severity="high",
    title=Text("高危端口未开放", "None of the dangerous ports is open"),
    breaks=Text("依赖这些端口的旧系统", "Old systems that need these ports"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
