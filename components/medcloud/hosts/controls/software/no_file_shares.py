"""No Windows shares."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

_UNITS = (
    "smbd.service",
    "nmbd.service",
    "smb.service",
    "nmb.service",
    "winbind.service",
)

control = Control(
    id="no-file-shares",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("不开放 SMB 共享", "No SMB shares"),
    breaks=Text("以共享目录交换文件的科室", "Departments that exchange files by shares"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(ServiceOff(name) for name in _UNITS),
    ],
)
