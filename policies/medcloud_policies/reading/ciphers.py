"""Algorithms and key lengths against 7.2.1-c: national ciphers first, else AES-256 and RSA-2048."""

from __future__ import annotations

import base64
import binascii
import re
from functools import cache

from medcloud.standard import number

_NATIONAL = ("sm2", "sm4", "sm9")
_ELLIPTIC = {"ec": 256, "ecdsa": 256}
_OLD = (
    "des",
    "3des",
    "desede",
    "tripledes",
    "triple-des",
    "des3",
    "tdes",
    "rc2",
    "rc4",
    "arc4",
    "blowfish",
    "cast5",
    "dsa",
    "idea",
    "md5",
)
_NAMED = re.compile(r"(aes|rsa|ec|ecdsa)[-_ ]?(\d{3,5})([-_ ].*)?")
_BITS = re.compile(r"\d{3,}")


@cache
def _least(algorithm: str) -> int | None:
    """Bits that a key of an algorithm needs at least; None when it is not accepted at all."""
    if algorithm in ("aes", "rsa"):
        return int(number("7.2.1-c", f"{algorithm}_key").to("bit"))
    return _ELLIPTIC.get(algorithm)


def is_strong_cipher(name: str) -> bool:
    """Whether a cipher such as ``aes-256-gcm-16`` or ``sm4-cbc`` is accepted."""
    if name.startswith(_NATIONAL):
        return True
    bits = _BITS.search(name)
    return name.startswith("aes") and bits is not None and int(bits[0]) >= (_least("aes") or 0)


def weak_key(algorithm: str, bits: float | None) -> str:
    """What is wrong with a key, "" when nothing is or no algorithm is named."""
    if not algorithm or algorithm.startswith(_NATIONAL):
        return ""
    if named := _NAMED.fullmatch(algorithm):  # "aes-128", as `openssl` writes it
        algorithm, bits = named[1], float(named[2])
    least = _least(algorithm)
    if algorithm in _OLD:
        return f"algorithm {algorithm}"
    if least is not None and (bits is None or bits < least):
        return f"{algorithm} {bits if bits is None else int(bits)} bits".replace("None bits", "- bits")
    return ""


def weak_ssh_key(line: str) -> str:
    """What is wrong with an SSH public key, "" when nothing is."""
    kind = line.split(" ", 1)[0]
    if kind not in ("ssh-ed25519", "ssh-rsa") and not kind.startswith(("ecdsa-sha2-", "sk-", "sm2")):
        return f"publicKey of type {kind}" if kind.startswith("ssh-") else "publicKey is no SSH key"
    bits = _rsa_bits(line) if kind == "ssh-rsa" else None
    if bits is not None and bits < (_least("rsa") or 0):
        return f"ssh-rsa of {bits} bits"
    return ""


def _rsa_bits(line: str) -> int | None:
    """The length of an RSA key's modulus: the third string of RFC 4253's format; None if unreadable."""
    try:
        blob = base64.b64decode(line.split()[1], validate=True)
    except (IndexError, binascii.Error, ValueError):
        return 0
    for _ in range(2):
        blob = blob[4 + int.from_bytes(blob[:4], "big") :]
    size = int.from_bytes(blob[:4], "big")
    return int.from_bytes(blob[4 : 4 + size], "big").bit_length()
