"""Only root reads the boot loader's settings."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="boot-rights",
    clauses=("8.1.4.2-f", "8.1.4.6-a"),
    items=("6.5-c",),
    severity="medium",
    title=Text("引导配置仅 root 可读写", "Only root reads the boot loader's settings"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/boot/grub/grub.cfg",
        "/boot/grub2/grub.cfg",
        "/boot/grub2/user.cfg",
        "/boot/grub/grubenv",
        "/boot/grub2/grubenv",
    ),
    settings=lambda case: [
        FileRights("/boot/grub/grub.cfg", 0o600),
        FileRights("/boot/grub2/grub.cfg", 0o600),
        FileRights("/boot/grub2/user.cfg", 0o600),
        FileRights("/boot/grub/grubenv", 0o600),
        FileRights("/boot/grub2/grubenv", 0o600),
    ],
)
