"""Private keys that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.crypto import Refused, load_key
from tests.crypto.openssl import made
from tests.crypto.people import People


def test_others_can_read_it(people: People, tmp_path: Path) -> None:
    people.officer.write(tmp_path / "officer")
    path = tmp_path / "officer.key"
    assert load_key(path).public == people.officer.key.public
    assert str(people.officer.key.number) not in repr(load_key(path))
    path.chmod(0o640)
    with pytest.raises(Refused, match="chmod 600"):
        load_key(path)


def test_sec1(tmp_path: Path) -> None:
    made("ecparam", "-genkey", "-name", "SM2", "-out", "both", cwd=tmp_path)
    made("ec", "-in", "both", "-out", "sec1", cwd=tmp_path)
    (tmp_path / "sec1").chmod(0o600)
    public = made("pkey", "-in", "sec1", "-pubout", "-outform", "DER", cwd=tmp_path)
    assert public.endswith(load_key(tmp_path / "sec1").public)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_not_a_key(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(Refused, match="not an SM2 private key"):
        load_key(path)


def test_a_key_of_another_kind_or_a_wrong_passphrase(tmp_path: Path) -> None:
    made("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "p256", cwd=tmp_path)
    made("ecparam", "-genkey", "-name", "SM2", "-noout", "-out", "sm2", cwd=tmp_path)
    made("pkcs8", "-topk8", "-in", "sm2", "-passout", "pass:right", "-out", "locked", cwd=tmp_path)
    for name in ("p256", "locked"):
        (tmp_path / name).chmod(0o600)
        with pytest.raises(Refused, match="passphrase is wrong"):
            load_key(tmp_path / name, lambda: "wrong")
