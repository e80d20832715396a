"""Limits hold for each login."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamModule
from medcloud.text import Text

control = Control(
    id="session-limits",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-a", "7.2.3.4.2-b"),
    severity="medium",
    title=Text("会话限制对每次登录生效", "Limits on sessions hold for each login"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [PamModule(PamLine("session", "required", "pam_limits.so"))],
)
