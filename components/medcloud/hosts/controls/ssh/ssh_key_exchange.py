"""Only strong key exchange for SSH."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import only
from medcloud.text import Text

_GOOD = (
    # SM first, where the host offers it
    "sm2-sm3",
    "sntrup761x25519-sha512@openssh.com",
    "mlkem768x25519-sha256",
    # every client since OpenSSH 6.5, medcloud's own among them, which knows none of the above
    "curve25519-sha256",
    "curve25519-sha256@libssh.org",
)
_FINITE = ("diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512")
"""Where a host has no curve25519, as in FIPS mode."""


def _settings(case: Case) -> list[SshdOption]:
    offered = case.state.ssh_offers.get("kex", ())
    good = [name for name in _GOOD if name in offered]
    if not any("curve25519" in name for name in good):
        good += [name for name in _FINITE if name in offered]
    return [SshdOption("KexAlgorithms", only(good))]


control = Control(
    id="ssh-key-exchange",
    clauses=("8.1.4.1-c", "8.1.4.8-a", "8.1.2.2-b"),
    items=("7.2.1-b", "7.2.1-c"),
    severity="high",
    title=Text("SSH 只用强密钥交换", "SSH uses strong key exchange only"),
    breaks=Text(
        "OpenSSH 6.5 以前的客户端；禁用 curve25519 的客户端（FIPS）",
        "Clients before OpenSSH 6.5, and those without curve25519 (FIPS)",
    ),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
