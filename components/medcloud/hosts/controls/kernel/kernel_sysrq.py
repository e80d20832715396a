"""No commands to the kernel by keyboard."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

control = Control(
    id="kernel-sysrq",
    clauses=("8.1.4.4-b", "8.1.4.4-a"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("禁用 SysRq 组合键", "The SysRq keys do nothing"),
    breaks=Text("机房中以 SysRq 救机的人", "Who rescues machines by SysRq"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("kernel.sysrq", exactly(0)),
    ],
)
