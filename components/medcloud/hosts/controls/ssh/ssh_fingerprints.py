"""Keys are named by SHA-256."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-fingerprints",
    clauses=("8.1.4.7-b",),
    items=("7.2.1-a",),
    severity="low",
    title=Text("密钥指纹用 SHA-256", "Keys are named by SHA-256"),
    breaks=Text("按 MD5 指纹比对的脚本", "Scripts that compare MD5 fingerprints"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("FingerprintHash", word("SHA256"))],
)
