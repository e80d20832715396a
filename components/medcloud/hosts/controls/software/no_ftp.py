"""No FTP: it sends passwords in clear."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackageAbsent, ServiceOff
from medcloud.text import Text

_PACKAGES = (
    "vsftpd",
    "proftpd",
    "proftpd-basic",
    "pure-ftpd",
    "ftpd",
)
_UNITS = (
    "vsftpd.service",
    "proftpd.service",
    "pure-ftpd.service",
)

control = Control(
    id="no-ftp",
    clauses=("8.1.4.4-b", "8.1.4.1-c"),
    items=("6.5-c", "7.2.1-b"),
    severity="high",
    title=Text("不提供 FTP 服务", "No FTP server"),
    breaks=Text("以 FTP 收发影像的设备", "Devices that move images by FTP"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(PackageAbsent(name) for name in _PACKAGES),
        *(ServiceOff(name) for name in _UNITS),
    ],
)
