"""Nobody else says which host a name stands for."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="name-files",
    clauses=("8.1.4.2-f", "8.2.4.1"),
    items=("7.2.3.2-d", "6.5-c"),
    severity="medium",
    title=Text("主机名与解析文件他人不可写", "Nobody else says which host a name stands for"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/hosts",
        "/etc/hosts.allow",
        "/etc/hosts.deny",
        "/etc/host.conf",
        "/etc/services",
        "/etc/fstab",
    ),
    settings=lambda case: [
        FileRights("/etc/hosts", 0o644),
        FileRights("/etc/hosts.allow", 0o644),
        FileRights("/etc/hosts.deny", 0o644),
        FileRights("/etc/host.conf", 0o644),
        FileRights("/etc/services", 0o644),
        FileRights("/etc/fstab", 0o644),
    ],
)
