"""Only root says how people are let in."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="pam-rights",
    clauses=("8.1.4.2-e", "8.1.4.2-f"),
    items=("7.2.3.2-d", "7.2.2-c"),
    severity="high",
    title=Text("PAM 配置只有 root 可改", "Only root says how people are let in"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/pam.d/*",
        "/etc/security/*.conf",
        "/etc/login.defs",
        "/etc/nsswitch.conf",
    ),
    settings=lambda case: [
        FileRights("/etc/pam.d/*", 0o644),
        FileRights("/etc/security/*.conf", 0o644),
        FileRights("/etc/login.defs", 0o644),
        FileRights("/etc/nsswitch.conf", 0o644),
    ],
)
