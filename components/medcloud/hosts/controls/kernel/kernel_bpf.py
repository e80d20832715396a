"""Programs in the kernel (BPF) are for root, and hardened."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least, exactly
from medcloud.text import Text

control = Control(
    id="kernel-bpf",
    clauses=("8.1.4.4-a", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("普通用户不可向内核装载 BPF 程序", "Ordinary users load no BPF programs"),
    breaks=Text("普通用户的 BPF 追踪", "Tracing by BPF as an ordinary user"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("kernel.unprivileged_bpf_disabled", at_least(1, write=2)),
        Sysctl("net.core.bpf_jit_harden", exactly(2)),
    ],
)
