"""Hardware keys need a touch."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-pubkey-options",
    clauses=("8.1.4.1-d",),
    items=("7.2.3.2-a",),
    severity="low",
    title=Text("硬件密钥须触碰确认", "Hardware keys need a touch"),
    breaks=Text("无人值守使用硬件密钥者", "Hardware keys used with nobody there"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("PubkeyAuthOptions", word("touch-required", "verify-required"))],
)
