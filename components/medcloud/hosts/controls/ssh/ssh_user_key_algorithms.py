"""Keys of users sign without SHA-1 and DSA."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.want import only
from medcloud.hosts.words import Text

_NAMES = ("PubkeyAcceptedAlgorithms", "PubkeyAcceptedKeyTypes")
_GOOD = (
    # SM first, where the host offers it
    "sm2",
    "sm2-cert",
    "ssh-ed25519",
    "ssh-ed25519-cert-v01@openssh.com",
    "rsa-sha2-512",
    "rsa-sha2-512-cert-v01@openssh.com",
    "rsa-sha2-256",
    "rsa-sha2-256-cert-v01@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ssh-ed25519-cert-v01@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
)


def _settings(case: Case) -> list[SshdOption]:
    offers = case.state.ssh_offers
    offered = {*offers.get("key", ()), *offers.get("sig", ())}
    good = [name for name in _GOOD if name in offered]
    return [SshdOption(name, only(good)) for name in _NAMES]


control = Control(
    id="ssh-user-key-algorithms",
    clauses=(
        "8.1.4.1-d",
        "8.1.4.8-a",
    ),
    items=(
        "7.2.1-a",
        "7.2.1-c",
        "7.2.3.2-d",
    ),
    severity="high",
    title=Text("用户密钥不用 SHA-1 与 DSA 签名", "Keys of users sign without SHA-1 and DSA"),
    breaks=Text("只会 ssh-rsa（SHA-1）的旧客户端", "Old clients that know only ssh-rsa with SHA-1"),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
