"""Key files that others may write open nothing."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-strict-modes",
    clauses=("8.1.4.2-f", "8.1.4.1-a"),
    items=("7.2.3.2-d", "7.2.2-c"),
    severity="high",
    title=Text("他人可写的密钥文件不予采信", "Key files that others may write open nothing"),
    breaks=Text("家目录对组可写的账户", "Accounts whose home the group may write"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("StrictModes", word("yes"))],
)
