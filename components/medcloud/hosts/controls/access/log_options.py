"""Logs are no programs."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import MountOption
from medcloud.text import Text

_POINT = "/var/log"

control = Control(
    id="log-options",
    clauses=("8.1.4.5-a", "8.1.4.3-c"),
    items=("6.5-c",),
    severity="low",
    title=Text("/var/log 不可执行程序、不可提权", "No program runs or gains rights from /var/log"),
    breaks=Text("-", "-"),
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
