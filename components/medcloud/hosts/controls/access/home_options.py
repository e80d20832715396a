"""Nothing gains rights from /home."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import MountOption
from medcloud.text import Text

_POINT = "/home"

control = Control(
    id="home-options",
    clauses=("8.1.4.5-a", "8.1.4.2-d"),
    items=("6.5-c", "7.2.2-c"),
    severity="low",
    title=Text("/home 中的程序不可提权", "No program gains rights from /home"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        MountOption(
            _POINT,
            (
                "nodev",
                "nosuid",
            ),
        )
    ],
)
