"""No shell without a password on a console."""

from medcloud.hosts.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.hosts.words import Text

_UNITS = ("debug-shell.service",)

control = Control(
    id="debug-shell",
    clauses=("8.1.4.1-a", "8.1.4.4-b"),
    items=("7.2.3.2-d", "6.5-c"),
    severity="critical",
    title=Text("控制台没有免口令的 shell", "No shell without a password on a console"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(ServiceOff(name) for name in _UNITS),
    ],
)
