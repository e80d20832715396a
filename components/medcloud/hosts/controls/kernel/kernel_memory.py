"""Memory near zero is not mapped; page faults are not handled by ordinary users."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least, exactly
from medcloud.text import Text

control = Control(
    id="kernel-memory",
    clauses=("8.1.4.4-f", "8.1.4.5-a"),
    items=("6.5-c",),
    severity="medium",
    title=Text("低地址不可映射，缺页处理只供 root", "Low memory is not mapped, page faults are root's"),
    breaks=Text("以 userfaultfd 迁移的普通用户程序", "Ordinary programs that use userfaultfd"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("vm.mmap_min_addr", at_least(65536)),
        Sysctl("vm.unprivileged_userfaultfd", exactly(0)),
    ],
)
