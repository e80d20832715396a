"""Links and pipes in shared folders cannot trick others."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_KEYS = (
    "fs.protected_hardlinks",
    "fs.protected_symlinks",
    "fs.protected_fifos",
    "fs.protected_regular",
)

control = Control(
    id="kernel-links",
    clauses=("8.1.4.2-f", "8.1.4.4-f"),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("共享目录中的链接与管道不可用于欺骗", "Links and pipes in shared folders cannot trick others"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [Sysctl(key, at_least(1)) for key in _KEYS],
)
