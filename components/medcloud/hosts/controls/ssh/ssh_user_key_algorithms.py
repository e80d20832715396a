"""Keys of users sign without SHA-1 and DSA."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.ssh._algorithms import strong
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

_NAMES = ("PubkeyAcceptedAlgorithms", "PubkeyAcceptedKeyTypes")
_MORE = (
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ssh-ed25519-cert-v01@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
)

control = Control(
    id="ssh-user-key-algorithms",
    clauses=("8.1.4.1-d", "8.1.4.8-a"),
    items=("7.2.1-a", "7.2.1-c", "7.2.3.2-d"),
    severity="high",
    title=Text("用户密钥不用 SHA-1 与 DSA 签名", "Keys of users sign without SHA-1 and DSA"),
    breaks=Text("只会 ssh-rsa（SHA-1）的旧客户端", "Old clients that know only ssh-rsa with SHA-1"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption(name, only(strong(case, *_MORE))) for name in _NAMES],
)
