"""No compression before or after login."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-compression",
    clauses=("8.1.4.4-a",),
    items=("6.5-c",),
    severity="low",
    title=Text("SSH 不压缩，减少可攻击的代码", "No compression: less code to attack"),
    breaks=Text("慢速线路", "Slow lines"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("Compression", word("no"))],
)
