"""Only root says who may use sudo."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="sudoers-rights",
    clauses=("8.1.4.2-e", "8.1.4.2-f"),
    items=("7.2.2-c",),
    severity="high",
    title=Text("sudo 的授权文件只有 root 可改", "Only root says who may use sudo"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/sudoers",
        "/etc/sudoers.d",
        "/etc/sudoers.d/*",
    ),
    settings=lambda case: [
        FileRights("/etc/sudoers", 0o440),
        FileRights("/etc/sudoers.d", 0o750),
        FileRights("/etc/sudoers.d/*", 0o440),
    ],
)
