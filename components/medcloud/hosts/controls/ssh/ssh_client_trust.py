"""The host's own ssh asks whom it speaks to."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text(
    "在 /etc/ssh/ssh_config 写 StrictHostKeyChecking ask",
    "write StrictHostKeyChecking ask into /etc/ssh/ssh_config",
)
_LAX = {
    "stricthostkeychecking no",
    "stricthostkeychecking false",
    "stricthostkeychecking off",
    "userknownhostsfile /dev/null",
    "nohostauthenticationforlocalhost yes",
}


def _look(case: Case) -> Iterator[str]:
    yield from (line for line in case.state.lines("ssh_client") if line.strip().casefold() in _LAX)


control = Control(
    id="ssh-client-trust",
    clauses=("8.2.4.1", "8.1.4.1-c"),
    items=("7.2.3.2-d", "7.2.1-b"),
    severity="medium",
    title=Text("本机 ssh 核对对端主机公钥", "The host's own ssh checks the key of its peer"),
    breaks=Text("从不核对公钥的脚本", "Scripts that never checked a key"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
