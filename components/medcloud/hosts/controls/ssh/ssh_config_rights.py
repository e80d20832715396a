"""Only root reads and changes how sshd is set up."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="ssh-config-rights",
    clauses=("8.1.4.2-f", "8.1.4.2-e"),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("sshd 的配置只有 root 可读写", "Only root reads and changes how sshd is set up"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/ssh/sshd_config",
        "/etc/ssh/sshd_config.d",
        "/etc/ssh/sshd_config.d/*.conf",
        "/etc/ssh/ssh_config",
    ),
    settings=lambda case: [
        FileRights("/etc/ssh/sshd_config", 0o600),
        FileRights("/etc/ssh/sshd_config.d", 0o755),
        FileRights("/etc/ssh/sshd_config.d/*.conf", 0o600),
        FileRights("/etc/ssh/ssh_config", 0o644),
    ],
)
