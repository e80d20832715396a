"""Changes of the boot are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/boot/grub",
    "/boot/grub2",
    "/boot/loader",
    "/boot/efi",
    "/etc/default/grub",
    "/etc/grub.d",
)

control = Control(
    id="audit-boot",
    clauses=("8.1.4.3-a", "8.1.4.6-a"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("引导配置变更被审计", "Changes of the boot loader are audited"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "boot"),
)
