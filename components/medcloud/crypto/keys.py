"""SM2 private keys in PEM files: PKCS #8, also under a passphrase, and SEC 1."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from asn1crypto import core, keys, pem  # type: ignore[import-untyped]  # ships no types
from Cryptodome.IO import PKCS8

from medcloud.crypto import sm2
from medcloud.crypto.certificate import SM2_CURVE
from medcloud.crypto.refused import Refused, refuse
from medcloud.text import Place, Text

_EC = "1.2.840.10045.2.1"
_ENCRYPTED, _PKCS8 = "ENCRYPTED PRIVATE KEY", "PRIVATE KEY"
_SEC1 = ("SM2 PRIVATE KEY", "EC PRIVATE KEY")  # as OpenSSL from 3.0 on and before writes it


@dataclass(frozen=True)
class PrivateKey:
    """A key that signs."""

    number: int = field(repr=False)
    public: bytes
    """Uncompressed point, 65 bytes."""

    def sign(self, message: bytes) -> bytes:
        """The DER signature of a message."""
        return sm2.sign(message, self.number, self.public)


def load_key(path: Path, passphrase: Callable[[], str] | None = None) -> PrivateKey:
    """The key of a PEM file that none but its owner may read; `passphrase` is asked only when needed."""
    place = str(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise refuse(
            Place(place),
            Text("私钥文件他人可读", "others can read the private key"),
            Text(
                f"执行 chmod 600 {path.name}；若曾外泄，请换发证书",
                f"run chmod 600 {path.name}; if it has been exposed, have a new one certified",
            ),
        )
    try:
        kind, der = _key(path.read_bytes())
        if kind in _SEC1:
            number = _sec1(der)
        else:
            number = _pkcs8(der, (passphrase or str)().encode() if kind == _ENCRYPTED else None)
        return PrivateKey(number, sm2.public_of(number))
    except (ValueError, TypeError, KeyError):
        raise _unreadable(place) from None


def _key(text: bytes) -> tuple[str, bytes]:
    """Kind and DER of the key in a PEM text; `openssl ecparam` writes the curve before it."""
    for kind, _, der in pem.unarmor(text, multiple=True):
        if kind in (_ENCRYPTED, _PKCS8, *_SEC1):
            return kind, der
    raise ValueError("no private key")


def _pkcs8(der: bytes, secret: bytes | None) -> int:
    algorithm, key, parameters = PKCS8.unwrap(der, secret)
    curve = core.ObjectIdentifier.load(parameters or b"", strict=True).dotted
    if algorithm != _EC or curve != SM2_CURVE:
        raise ValueError("not an SM2 key")
    return int(keys.ECPrivateKey.load(key, strict=True)["private_key"].native)


def _sec1(der: bytes) -> int:
    found = keys.ECPrivateKey.load(der, strict=True)
    if found["parameters"].chosen.dotted != SM2_CURVE:
        raise ValueError("not an SM2 key")
    return int(found["private_key"].native)


def _unreadable(place: str) -> Refused:
    return refuse(
        Place(place),
        Text(
            "不是可用的 SM2 私钥，或口令不对",
            "not an SM2 private key that can be used, or the passphrase is wrong",
        ),
        Text("给出 PEM 格式的 SM2 私钥及其口令", "give an SM2 private key in PEM, with its passphrase"),
    )
