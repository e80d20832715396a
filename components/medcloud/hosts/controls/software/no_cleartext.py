"""No services that speak in clear."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackageAbsent, ServiceOff
from medcloud.text import Text

_PACKAGES = (
    "telnet-server",
    "telnetd",
    "rsh-server",
    "tftp-server",
    "tftpd-hpa",
    "ypserv",
    "talk-server",
    "xinetd",
)
_UNITS = ("telnet.socket", "rsh.socket", "rlogin.socket", "rexec.socket", "tftp.socket", "tftpd-hpa.service")

control = Control(
    id="no-cleartext",
    clauses=("8.1.4.4-b", "8.1.4.1-c"),
    items=("7.2.1-b", "6.5-c"),
    severity="high",
    title=Text("不装不开明文远程服务", "No remote services in clear text"),
    breaks=Text("仍用 telnet、rsh、tftp 的人", "Who still uses telnet, rsh, tftp"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(PackageAbsent(name) for name in _PACKAGES),
        *(ServiceOff(name) for name in _UNITS),
    ],
)
