"""Addresses are laid out at random."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least, exactly
from medcloud.text import Text

control = Control(
    id="sysctl-aslr",
    clauses=("8.1.4.4-f", "8.1.4.5-a"),
    items=("6.5-c",),
    severity="medium",
    title=Text(
        "内存地址随机化，禁止窥探内核与进程",
        "Addresses laid out at random, kernel and processes not spied on",
    ),
    breaks=Text("非 root 的调试与性能分析", "Debugging and profiling as an ordinary user"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("kernel.randomize_va_space", exactly(2)),
        Sysctl("kernel.kptr_restrict", at_least(1)),
        Sysctl("kernel.dmesg_restrict", exactly(1)),
        Sysctl("kernel.yama.ptrace_scope", at_least(1)),
    ],
)
