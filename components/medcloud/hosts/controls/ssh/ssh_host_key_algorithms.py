"""The host proves itself by strong signatures only."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.want import only
from medcloud.hosts.words import Text

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
)


def _settings(case: Case) -> list[SshdOption]:
    offers = case.state.ssh_offers
    offered = {*offers.get("key", ()), *offers.get("sig", ())}
    good = [name for name in _GOOD if name in offered]
    return [SshdOption("HostKeyAlgorithms", only(good))]


control = Control(
    id="ssh-host-key-algorithms",
    clauses=(
        "8.2.4.1",
        "8.1.4.1-c",
        "8.1.2.2-a",
    ),
    items=(
        "7.2.1-a",
        "7.2.1-c",
        "7.2.3.2-d",
    ),
    severity="high",
    title=Text("主机只以强签名算法证明身份", "The host proves itself by strong signatures only"),
    breaks=Text(
        "只记得主机 ECDSA 或旧公钥的客户端须重新核对",
        "Clients that only know the host's ECDSA key must learn another",
    ),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
