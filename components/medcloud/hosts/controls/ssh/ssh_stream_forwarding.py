"""No sockets of the host are forwarded."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-stream-forwarding",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("7.2.2-a", "6.5-c"),
    severity="medium",
    title=Text("SSH 不转发主机的本地套接字", "SSH forwards no local sockets of the host"),
    breaks=Text(
        "经 SSH 使用 docker、数据库套接字的人", "Who uses a database's or docker's socket through SSH"
    ),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("AllowStreamLocalForwarding", word("no"))],
)
