"""A wrong password costs time."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamModule, PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_MICROSECONDS = 2_000_000
_LINE = PamLine("auth", "optional", "pam_faildelay.so", (f"delay={_MICROSECONDS}",))

control = Control(
    id="login-delay",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.2-d",),
    severity="low",
    title=Text("口令错误后延时再试", "A wrong password costs some seconds"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PamModule(_LINE, services=("sshd", "login"), before="pam_unix.so"),
        PamOption("auth", "pam_faildelay.so", "delay", at_least(_MICROSECONDS)),
    ],
)
