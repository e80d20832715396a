"""Nothing listens that no flow of the plan is for."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting, ssh_ports
from medcloud.text import Text

_UNKNOWN = Text(
    "清单未给出流（site.flows），请逐一核对监听端口：ss -lntup",
    "the inventory names no flows (site.flows): go through the open ports, ss -lntup",
)
_REMEDY = Text("停止该服务，或将流写入规划", "stop the service, or put the flow into the plan")
_CLIENTS = (("udp", 68), ("udp", 546))
"""DHCP answers come to these."""


def _look(case: Case) -> Iterator[str]:
    planned: set[tuple[str, int | None]] = {
        (flow.protocol, flow.port) for flow in case.surroundings.flows if flow.direction == "ingress"
    }
    planned |= {*_CLIENTS, *(("tcp", port) for port in ssh_ports(case))}
    for socket in case.state.sockets:
        if not _local(socket.address) and (socket.protocol, socket.port) not in planned:
            yield f"{socket.protocol} {socket.address}:{socket.port} {socket.process}".strip()


def _local(address: str) -> bool:
    return address.startswith("127.") or address == "::1" or address.endswith("%lo")


def _settings(case: Case) -> list[Setting]:
    return [Inspect(_look, _REMEDY)] if case.surroundings.flows else [Manual(_UNKNOWN)]


control = Control(
    id="listening-ports",
    clauses=("8.1.4.4-b", "8.1.4.4-a"),
    items=("7.2.2-a", "6.5-c"),
    severity="high",
    title=Text("监听端口均在规划的流之内", "Every open port belongs to a flow of the plan"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
