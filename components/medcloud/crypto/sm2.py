"""SM2 signatures with SM3 (GB/T 32918.2) by gmssl, in the DER form that X.509 and OpenSSL use.

Four things of gmssl are not used as they come: its constructor strips every leading 0 and 4 of a public
key, its nonces are of ``random.choice``, its own SM3 is a thousand times slower than a native one, and it
checks neither that a point is on the curve nor the range of r and s. So the digest with Z and the nonce are
made here, and the checks as well. Its arithmetic takes a time that depends on the key: sign on a machine
of your own.
"""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import Any

from asn1crypto.algos import DSASignature  # type: ignore[import-untyped]  # ships no types
from gmssl.sm2 import CryptSM2, default_ecc_table  # type: ignore[import-untyped]  # ships no types

from medcloud.crypto.sm3 import digest

USER_ID = b"1234567812345678"  # the identity of GM/T 0009, where no other is agreed
POINT_BYTES = 65
_P, _A, _B, _N = (int(default_ecc_table[name], 16) for name in ("p", "a", "b", "n"))
_PARAMETERS = bytes.fromhex(default_ecc_table["a"] + default_ecc_table["b"] + default_ecc_table["g"])


def is_point(point: bytes) -> bool:
    """Whether 65 bytes are an uncompressed point (04, x, y) of the curve."""
    if len(point) != POINT_BYTES or point[0] != 4:
        return False
    x, y = int.from_bytes(point[1:33], "big"), int.from_bytes(point[33:], "big")
    return x < _P and y < _P and (y * y - x * x * x - _A * x - _B) % _P == 0


def public_of(private: int) -> bytes:
    """The public point of a private number; ValueError when it is no key."""
    if not 1 <= private < _N - 1:
        raise ValueError("not an SM2 private key")
    return b"\4" + bytes.fromhex(_engine(private, b"")._kg(private, default_ecc_table["g"]))


def sign(message: bytes, private: int, public: bytes) -> bytes:
    """The DER signature of a message."""
    engine, hashed = _engine(private, public), _hashed(public, message)
    while True:
        found = engine.sign(hashed, f"{secrets.randbelow(_N - 1) + 1:064x}")
        if found:  # None for the rare nonce that gives r or s of 0
            pair = {"r": int(found[:64], 16), "s": int(found[64:], 16)}
            return bytes(DSASignature(pair).dump())


def verify(message: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a DER signature of a message is the key's; what cannot be read is not."""
    return is_point(public) and _verify(_hashed(public, message), signature, public)


@lru_cache(maxsize=4096)  # a chain is checked for every record that it signed
def _verify(hashed: bytes, signature: bytes, public: bytes) -> bool:
    try:
        pair = DSASignature.load(signature, strict=True)
        r, s = int(pair["r"]), int(pair["s"])
    except (ValueError, TypeError):
        return False
    if not (1 <= r < _N and 1 <= s < _N and (r + s) % _N) or pair.dump(force=True) != signature:
        return False
    try:
        return bool(_engine(0, public).verify(f"{r:064x}{s:064x}", hashed))
    except (TypeError, ValueError):  # gmssl gives None for the point at infinity and reads on
        return False


def _hashed(public: bytes, message: bytes) -> bytes:
    """e of the standard: SM3 over Z, which binds identity, curve and key, and the message."""
    z = digest((len(USER_ID) * 8).to_bytes(2, "big"), USER_ID, _PARAMETERS, public[1:])
    return digest(z, message)


def _engine(private: int, public: bytes) -> Any:
    found = CryptSM2(f"{private:064x}", "")
    found.public_key = public[1:].hex()  # past the constructor, which would strip it
    return found
