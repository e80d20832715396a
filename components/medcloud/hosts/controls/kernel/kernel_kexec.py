"""The kernel that runs cannot be replaced without a boot."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

control = Control(
    id="kernel-kexec",
    clauses=("8.1.4.6-a", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("禁止不经重启替换内核", "The running kernel cannot be replaced"),
    breaks=Text("kdump 与快速重启", "kdump and fast reboots"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("kernel.kexec_load_disabled", exactly(1), one_way=True),
    ],
)
