"""Only strong key exchange for SSH."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.want import only
from medcloud.hosts.words import Text

_GOOD = (
    # SM first, where the host offers it
    "sm2-sm3",
    "sntrup761x25519-sha512@openssh.com",
    "curve25519-sha256",
    "curve25519-sha256@libssh.org",
    "diffie-hellman-group16-sha512",
    "diffie-hellman-group18-sha512",
)


def _settings(case: Case) -> list[SshdOption]:
    offered = case.state.ssh_offers.get("kex", ())
    return [SshdOption("KexAlgorithms", only(name for name in _GOOD if name in offered))]


control = Control(
    id="ssh-key-exchange",
    clauses=("8.1.4.1-c", "8.1.4.8-a", "8.1.2.2-b"),
    items=("7.2.1-b", "7.2.1-c"),
    severity="high",
    title=Text("SSH 只用强密钥交换", "SSH uses strong key exchange only"),
    breaks=Text("只会旧算法的客户端", "Clients that know only old algorithms"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
