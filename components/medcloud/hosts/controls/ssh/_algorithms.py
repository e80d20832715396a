"""Signatures that hosts, users and their authorities may use."""

from medcloud.hosts.case import Case

_STRONG = (
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


def strong(case: Case, *more: str) -> list[str]:
    """Those that the host's OpenSSH can do, best first."""
    offers = case.state.ssh_offers
    offered = {*offers.get("key", ()), *offers.get("sig", ())}
    return [name for name in (*_STRONG, *more) if name in offered]
