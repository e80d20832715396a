"""Nobody but root reads where the kernel keeps what."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="kernel-files",
    clauses=("8.1.4.4-a", "8.1.4.2-f"),
    items=("6.5-c",),
    severity="low",
    title=Text("内核镜像与符号表只有 root 可读", "Only root reads the kernel's image and symbols"),
    breaks=Text("以普通用户分析内核的工具", "Tools that read the kernel's image as an ordinary user"),
    proof="effective",
    host_kind="none",
    rights=(
        "/boot/System.map*",
        "/boot/vmlinuz*",
        "/boot/initrd*",
        "/boot/initramfs*",
    ),
    settings=lambda case: [
        FileRights("/boot/System.map*", 0o600),
        FileRights("/boot/vmlinuz*", 0o600),
        FileRights("/boot/initrd*", 0o600),
        FileRights("/boot/initramfs*", 0o600),
    ],
)
