"""Certificates are signed by strong algorithms."""

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
    return [SshdOption("CASignatureAlgorithms", only(good))]


control = Control(
    id="ssh-ca-algorithms",
    clauses=(
        "8.1.4.1-d",
        "8.1.4.7-a",
    ),
    items=(
        "7.2.3.1-b",
        "7.2.1-a",
    ),
    severity="medium",
    title=Text("用户证书须以强算法签发", "Certificates are signed by strong algorithms"),
    breaks=Text("以 SHA-1 或 ECDSA 签发的用户证书", "Certificates signed with SHA-1 or ECDSA"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
