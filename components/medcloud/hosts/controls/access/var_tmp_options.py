"""Nothing gains rights, and no program runs, from /var/tmp."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import MountOption
from medcloud.text import Text

_POINT = "/var/tmp"  # noqa: S108 - a mount point

control = Control(
    id="var-tmp-options",
    clauses=("8.1.4.5-a", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("临时目录 /var/tmp 不可执行程序、不可提权", "No program runs or gains rights from /var/tmp"),
    breaks=Text("从 /var/tmp 运行的安装程序", "Installers that run from /var/tmp"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        MountOption(
            _POINT,
            (
                "nodev",
                "nosuid",
                "noexec",
            ),
        )
    ],
)
