"""What is left of SSH must not shut out the clients in use: OpenSSH 7.4, medcloud's own paramiko."""

from __future__ import annotations

import socket

import pytest
from paramiko import Transport

from medcloud.hosts.audit.judge import Target
from medcloud.hosts.controls import catalogue
from medcloud.hosts.settings import SshdOption
from tests.hosts.states import host

# What an OpenSSH 9.2 offers, as far as our lists go, and what they leave out.
OFFERS = """
kex sntrup761x25519-sha512@openssh.com
kex curve25519-sha256
kex curve25519-sha256@libssh.org
kex ecdh-sha2-nistp256
kex diffie-hellman-group16-sha512
kex diffie-hellman-group18-sha512
cipher chacha20-poly1305@openssh.com
cipher aes128-ctr
cipher aes192-ctr
cipher aes256-ctr
cipher aes128-gcm@openssh.com
cipher aes256-gcm@openssh.com
mac umac-128-etm@openssh.com
mac hmac-sha2-256-etm@openssh.com
mac hmac-sha2-512-etm@openssh.com
key ssh-ed25519
key ecdsa-sha2-nistp256
sig rsa-sha2-256
sig rsa-sha2-512
"""
OPTIONS = {
    "ssh-key-exchange": "KexAlgorithms",
    "ssh-ciphers": "Ciphers",
    "ssh-macs": "MACs",
    "ssh-host-key-algorithms": "HostKeyAlgorithms",
}
# As `ssh -G` of OpenSSH 7.4 has them.
OPENSSH_7_4 = {
    "KexAlgorithms": "curve25519-sha256 curve25519-sha256@libssh.org ecdh-sha2-nistp256"
    " diffie-hellman-group16-sha512 diffie-hellman-group14-sha256",
    "Ciphers": "chacha20-poly1305@openssh.com aes128-ctr aes256-ctr aes128-gcm@openssh.com",
    "MACs": "umac-128-etm@openssh.com hmac-sha2-256-etm@openssh.com hmac-sha2-512-etm@openssh.com",
    "HostKeyAlgorithms": "ecdsa-sha2-nistp256 ssh-ed25519 rsa-sha2-512 rsa-sha2-256 ssh-rsa",
}


def _paramiko() -> dict[str, set[str]]:
    """What medcloud's own client speaks."""
    here, there = socket.socketpair()
    with here, there:
        options = Transport(here).get_security_options()
        return {
            "KexAlgorithms": set(options.kex),
            "Ciphers": set(options.ciphers),
            "MACs": set(options.digests),
            "HostKeyAlgorithms": set(options.key_types),
        }


def _left(control: str) -> set[str]:
    """What the control leaves of the offers."""
    found: Target = host({"state": {"ssh_offers": OFFERS.strip()}}, control)
    wanted = catalogue.control(control)
    (setting,) = wanted.settings(found.case(wanted))
    assert isinstance(setting, SshdOption) and setting.name == OPTIONS[control]
    return set(setting.condition.write.split(","))


@pytest.mark.parametrize("control", OPTIONS)
def test_clients_in_use_still_find_something(control: str) -> None:
    left = _left(control)
    assert left & set(OPENSSH_7_4[OPTIONS[control]].split())
    assert left & _paramiko()[OPTIONS[control]]


def test_the_post_quantum_exchange_alone_would_shut_them_out() -> None:
    hybrid = {name for name in _left("ssh-key-exchange") if name.startswith(("sntrup", "mlkem"))}
    assert hybrid
    assert not hybrid & {*OPENSSH_7_4["KexAlgorithms"].split(), *_paramiko()["KexAlgorithms"]}
