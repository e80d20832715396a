"""No port mapper and no NFS server where none is planned."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

_UNITS = (
    "rpcbind.service",
    "rpcbind.socket",
    "nfs-server.service",
)

control = Control(
    id="no-portmapper",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("不开放 rpcbind 与 NFS 服务", "No port mapper, no NFS server"),
    breaks=Text("NFS 客户端 v3 与 NFS 服务器", "NFS version 3 and NFS servers"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(ServiceOff(name) for name in _UNITS),
    ],
)
