"""Only root reads and changes how the host boots."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="grub-rights",
    clauses=("8.1.4.2-f", "8.1.4.6-a"),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("引导配置只有 root 可读写", "Only root reads and changes how the host boots"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    rights=(
        "/boot/grub/grub.cfg",
        "/boot/grub2/grub.cfg",
        "/boot/grub2/user.cfg",
        "/etc/default/grub",
        "/etc/grub.d/*",
    ),
    settings=lambda case: [
        FileRights("/boot/grub/grub.cfg", 0o600),
        FileRights("/boot/grub2/grub.cfg", 0o600),
        FileRights("/boot/grub2/user.cfg", 0o600),
        FileRights("/etc/default/grub", 0o644),
        FileRights("/etc/grub.d/*", 0o755),
    ],
)
