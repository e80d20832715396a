"""The host proves itself by strong signatures only."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._algorithms import strong
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

control = Control(
    id="ssh-host-key-algorithms",
    clauses=("8.2.4.1", "8.1.4.1-c", "8.1.2.2-a"),
    items=("7.2.1-a", "7.2.1-c", "7.2.3.2-d"),
    severity="high",
    title=Text("主机只以强签名算法证明身份", "The host proves itself by strong signatures only"),
    breaks=Text(
        "只记得主机 ECDSA 或旧公钥的客户端须重新核对",
        "Clients that only know the host's ECDSA key must learn another",
    ),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("HostKeyAlgorithms", only(strong(case)))],
)
