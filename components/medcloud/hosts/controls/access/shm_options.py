"""Nothing runs from shared memory."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import MountOption
from medcloud.text import Text

_POINT = "/dev/shm"  # noqa: S108 - a mount point

control = Control(
    id="shm-options",
    clauses=("8.1.4.5-a", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("共享内存不可执行程序", "Nothing runs from shared memory"),
    breaks=Text("从 /dev/shm 运行的程序", "Programs that run from /dev/shm"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [MountOption(_POINT, ("nodev", "nosuid", "noexec"))],
)
