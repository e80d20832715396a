"""Only a receiver takes other hosts' records."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("去掉 imtcp、imudp，或将流写入规划", "take imtcp and imudp out, or put the flow into the plan")


def _look(case: Case) -> Iterator[str]:
    planned = {(flow.protocol, flow.port) for flow in case.surroundings.flows if flow.direction == "ingress"}
    for socket in case.state.sockets:
        local = socket.address.startswith("127.") or socket.address == "::1"
        ours = "rsyslogd" in socket.process or "systemd-journal" in socket.process
        if ours and not local and (socket.protocol, socket.port) not in planned:
            yield f"{socket.protocol} {socket.address}:{socket.port}"


control = Control(
    id="log-no-listener",
    clauses=("8.1.4.4-b", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("非日志服务器不接收他机日志", "Only a receiver takes other hosts' records"),
    breaks=Text("本机兼作日志服务器（须在规划的流中）", "A receiver (its flow must be in the plan)"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
