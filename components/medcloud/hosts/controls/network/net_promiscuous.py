"""No interface listens to other people's traffic."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text(
    "查明抓包者：ip link set dev 网卡 promisc off", "find out who captures: ip link set dev NAME promisc off"
)


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("network"):
        words = line.split()
        if words[:1] == ["link"] and "PROMISC" in words[3].strip("<>").split(","):
            yield words[2].rstrip(":")


control = Control(
    id="net-promiscuous",
    clauses=("8.1.4.4-f", "8.1.4.8-a"),
    items=("7.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("网卡不处于混杂模式", "No interface is promiscuous"),
    breaks=Text("抓包与入侵检测探针", "Captures and intrusion sensors"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
