"""No rsh, rexec, talk, finger."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackageAbsent, ServiceOff
from medcloud.text import Text

_PACKAGES = (
    "rsh",
    "rsh-client",
    "rsh-redone-server",
    "talk",
    "talkd",
    "fingerd",
    "inetutils-inetd",
)
_UNITS = (
    "inetd.service",
    "rsh@.service",
    "ntalk.socket",
    "finger.socket",
)

control = Control(
    id="no-remote-shell",
    clauses=("8.1.4.4-b", "8.1.4.1-c"),
    items=("6.5-c", "7.2.1-b"),
    severity="high",
    title=Text("无 rsh、talk、finger 一类旧服务", "No rsh, talk, finger"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(PackageAbsent(name) for name in _PACKAGES),
        *(ServiceOff(name) for name in _UNITS),
    ],
)
