"""Dead peers are found by encrypted messages, which cannot be forged."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-tcp-keepalive",
    clauses=("8.1.4.7-a", "8.1.2.2-a"),
    items=("7.2.3.2-d",),
    severity="low",
    title=Text("以加密消息而非 TCP 保活探测对端", "Peers are probed by encrypted messages, not by TCP"),
    breaks=Text("经过会丢弃静默连接的设备", "Paths through devices that drop silent connections"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("TCPKeepAlive", word("no"))],
)
