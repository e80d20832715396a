"""SM2 against the standard's own example, against OpenSSL, and against what is no signature."""

from __future__ import annotations

from pathlib import Path

import pytest
from gmssl.sm2 import CryptSM2  # type: ignore[import-untyped]  # ships no types
from hypothesis import given, settings, strategies as st

from medcloud.crypto import digest, digest_file, load_key, sm2, sm3
from tests.crypto.openssl import ID, made, openssl, says_good
from tests.crypto.people import People

# GB/T 32918.5 annex A.2
PRIVATE = 0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8
PUBLIC = bytes.fromhex(
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
)
R = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
S = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"
DER = bytes.fromhex(f"3046022100{R}022100{S}")


def test_the_standards_example() -> None:
    assert sm2.public_of(PRIVATE) == PUBLIC
    assert sm2.verify(b"message digest", DER, PUBLIC)
    assert not sm2.verify(b"message digesu", DER, PUBLIC)


def test_gmssl_strips_leading_zeros_of_keys() -> None:
    """Why its constructor is gone round; when this fails, gmssl has mended it."""
    assert CryptSM2("", PUBLIC.hex()).public_key != PUBLIC[1:].hex()


def test_signs_what_it_verifies() -> None:
    first, second = (sm2.sign(b"message", PRIVATE, PUBLIC) for _ in range(2))
    assert first != second  # a nonce used twice gives the key away
    assert sm2.verify(b"message", first, PUBLIC)


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        DER[:-1],
        DER + b"\0",
        bytes.fromhex(f"304702220000{R}022100{S}"),
        bytes.fromhex("3006020100020100"),
        bytes.fromhex("3006020101020101"),
        bytes.fromhex(f"3026022100{R}020100"),
        b"\x30\x80\0\0",
    ],
)
def test_what_is_no_signature(signature: bytes) -> None:
    assert not sm2.verify(b"message digest", signature, PUBLIC)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_crash_it(noise: bytes) -> None:
    assert not sm2.verify(b"message digest", noise, PUBLIC)
    assert not sm2.is_point(noise)


def test_a_point_off_the_curve_is_no_key() -> None:
    assert not sm2.verify(b"message digest", DER, PUBLIC[:-1] + b"\x14")


@pytest.mark.parametrize("number", [0, 2**256])
def test_no_private_key(number: int) -> None:
    with pytest.raises(ValueError, match="not an SM2 private key"):
        sm2.public_of(number)


@pytest.mark.parametrize("message", [b"", "医疗 cloud".encode(), b"\0" * 100_000])
def test_openssl_verifies_ours(people: People, tmp_path: Path, message: bytes) -> None:
    people.officer.write(tmp_path / "officer")
    (tmp_path / "message").write_bytes(message)
    (tmp_path / "signature").write_bytes(people.officer.key.sign(message))
    arguments = tmp_path / "message", tmp_path / "signature", tmp_path / "officer.pem"
    assert says_good(*arguments)
    (tmp_path / "message").write_bytes(message + b"!")
    assert not says_good(*arguments)


@pytest.mark.parametrize(
    "options",
    [("-nocrypt",), ("-v2", "aes-256-cbc", "-passout", "pass:口令")],
    ids=["plain", "under a passphrase"],
)
def test_we_verify_openssls(tmp_path: Path, options: tuple[str, ...]) -> None:
    made("ecparam", "-genkey", "-name", "SM2", "-noout", "-out", "first", cwd=tmp_path)
    made("pkcs8", "-topk8", "-in", "first", *options, "-out", "key", cwd=tmp_path)
    (tmp_path / "message").write_bytes(b"from openssl")
    made("dgst", "-sm3", "-sign", "first", "-sigopt", ID, "-out", "signature", "message", cwd=tmp_path)
    (tmp_path / "key").chmod(0o600)
    key = load_key(tmp_path / "key", lambda: "口令")
    signature = (tmp_path / "signature").read_bytes()
    assert sm2.verify(b"from openssl", signature, key.public)
    assert not sm2.verify(b"from OpenSSL", signature, key.public)
    assert openssl("pkey", "-in", "key", "-passin", "pass:口令", "-noout", cwd=tmp_path).returncode == 0


def test_sm3(tmp_path: Path) -> None:
    """GB/T 32905 annex A.1, and the same by both native libraries, by bytes and by file."""
    expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    other = sm3._Native()
    other.update(b"abc")
    (tmp_path / "f").write_bytes(b"abc")
    assert digest(b"a", b"bc").hex() == other.digest().hex() == expected
    assert digest_file(tmp_path / "f") == (expected, 3)
