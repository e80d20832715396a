"""Chains that hold and chains that do not, ours and OpenSSL's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from medcloud.crypto import Refused, load_trust, parse_certificates
from tests.crypto.openssl import ID, made, openssl
from tests.crypto.people import FIRST, TODAY, People, trust_folder
from tools.demo_ca import Holder, issue, revocation_list


def refusal(people: People, tmp_path: Path, *chain: Holder, crls: list[bytes] | None = None) -> str:
    folder = trust_folder(tmp_path / "trust", people.root, [people.crl] if crls is None else crls)
    with pytest.raises(Refused) as caught:
        load_trust(folder).check([h.certificate for h in chain], "evidence", "place", today=TODAY)
    return str(caught.value)


def test_it_holds(people: People, trust: Path) -> None:
    for chain in ([people.officer], [people.officer, people.root]):
        load_trust(trust).check([h.certificate for h in chain], "evidence", "place", today=TODAY)


def test_through_an_intermediate(people: People, tmp_path: Path) -> None:
    middle = issue({"common_name": "中间 CA"}, people.root, first=FIRST, ca=True)
    leaf = issue({"common_name": "陈安"}, middle, first=FIRST)
    assert "no revocation list of “CN=中间 CA”" in refusal(people, tmp_path, leaf, middle)
    crls = [people.crl, revocation_list(middle, first=FIRST)]
    trusted = load_trust(trust_folder(tmp_path / "both", people.root, crls))
    trusted.check([leaf.certificate, middle.certificate], "evidence", "place", today=TODAY)
    with pytest.raises(Refused, match="does not lead to a trusted root"):
        trusted.check([leaf.certificate], "evidence", "place", today=TODAY)


def test_wrong_signer(people: People, tmp_path: Path) -> None:
    assert "“O=别处,CN=李四” may not sign evidence" in refusal(people, tmp_path, people.other)


def test_same_name_certified_by_nobody(people: People, tmp_path: Path) -> None:
    assert "does not lead to a trusted root" in refusal(people, tmp_path, people.stranger)


def test_same_issuer_name_other_key(people: People, tmp_path: Path) -> None:
    forged = issue({"common_name": "演示根证书 DEMO ROOT", "country_name": "CN"}, first=FIRST, ca=True)
    leaf = issue({"common_name": "陈安"}, forged, first=FIRST)
    assert "does not lead to a trusted root" in refusal(people, tmp_path, leaf, forged)


def test_a_person_is_no_authority(people: People, tmp_path: Path) -> None:
    leaf = issue({"common_name": "陈安"}, people.officer, first=FIRST)
    assert "has no right to issue certificates" in refusal(people, tmp_path, leaf, people.officer)


def test_an_authority_signs_no_documents(people: People, tmp_path: Path) -> None:
    assert "is not for signing documents" in refusal(people, tmp_path / "a", people.root)
    usage = {"key_cert_sign", "crl_sign", "digital_signature"}
    able = issue({"common_name": "陈安"}, people.root, first=FIRST, ca=True, usage=usage)
    assert "is not for signing documents" in refusal(people, tmp_path / "b", able)
    unable = issue({"common_name": "陈安"}, people.root, first=FIRST, usage={"key_agreement"})
    assert "is not for signing documents" in refusal(people, tmp_path / "c", unable)


@pytest.mark.parametrize(
    ("first", "days", "words"),
    [(FIRST, 30, "expired on 2026-01-31"), (TODAY + timedelta(1), 30, "is not valid before 2026-11-21")],
)
def test_dates(people: People, tmp_path: Path, first: date, days: int, words: str) -> None:
    leaf = issue({"common_name": "陈安"}, people.root, first=first, days=days)
    assert words in refusal(people, tmp_path, leaf)


def test_valid_when_signed_is_enough_where_that_is_asked(people: People, trust: Path) -> None:
    leaf = issue({"common_name": "陈安"}, people.root, first=FIRST, days=30)
    chain = [leaf.certificate]
    load_trust(trust).check(chain, "ledger", "place", today=TODAY, signed=date(2026, 1, 5))


@pytest.mark.parametrize(
    ("reason", "signed", "good"),
    [
        ("superseded", date(2026, 3, 2), False),
        ("superseded", date(2026, 2, 1), True),
        ("key_compromise", date(2026, 2, 1), False),
    ],
)
def test_revoked(people: People, tmp_path: Path, reason: str, signed: date, good: bool) -> None:
    serial = people.officer.certificate.serial
    crl = revocation_list(people.root, {serial: (date(2026, 3, 1), reason)}, first=FIRST)
    trusted = load_trust(trust_folder(tmp_path / "trust", people.root, [crl]))
    chain = [people.officer.certificate]
    if good:
        trusted.check(chain, "ledger", "place", today=TODAY, signed=signed)
    else:
        with pytest.raises(Refused, match="was revoked on 2026-03-01"):
            trusted.check(chain, "ledger", "place", today=TODAY, signed=signed)


def test_lists_that_do_not_count(people: People, tmp_path: Path) -> None:
    stale = revocation_list(people.root, first=FIRST, days=30)
    assert "is good from 2026-01-01 to 2026-01-31 only" in refusal(
        people, tmp_path / "a", people.officer, crls=[stale]
    )
    assert "there is no revocation list" in refusal(people, tmp_path / "b", people.officer, crls=[])
    other = issue({"common_name": "演示根证书 DEMO ROOT", "country_name": "CN"}, first=FIRST, ca=True)
    forged = revocation_list(other, first=FIRST)
    assert "there is no revocation list" in refusal(people, tmp_path / "c", people.officer, crls=[forged])


def test_unusable_files_in_the_folder(people: People, tmp_path: Path) -> None:
    folder = trust_folder(tmp_path / "trust", people.root, [b"no list"])
    with pytest.raises(Refused, match=r"0\.crl(.|\n)*not a revocation list"):
        load_trust(folder)
    (folder / "crls/0.crl").unlink()
    (folder / "signers.yaml").write_text("evidence: []\nledgers: [a]\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"signers\.yaml:2 ledgers.*unknown field"):
        load_trust(folder)
    (folder / "anchors/root.pem").unlink()
    with pytest.raises(Refused, match="no trusted root"):
        load_trust(folder)


def test_a_subject_by_attributes(people: People, tmp_path: Path) -> None:
    folder = trust_folder(
        tmp_path / "trust",
        people.root,
        [people.crl],
        {"evidence": "CN=陈安, O=区卫健局", "waivers": "CN=陈安,O=别处"},
    )
    trusted, chain = load_trust(folder), [people.officer.certificate]
    trusted.check(chain, "evidence", "place", today=TODAY)
    for purpose in ("waivers", "ledger"):
        with pytest.raises(Refused, match=f"may not sign {purpose}"):
            trusted.check(chain, purpose, "place", today=TODAY)


def test_openssl_accepts_our_chain_and_list(people: People, tmp_path: Path) -> None:
    people.root.write(tmp_path / "root")
    people.officer.write(tmp_path / "officer")
    people.stranger.write(tmp_path / "stranger")
    for name, good in (("officer", True), ("stranger", False)):
        done = openssl("verify", "-CAfile", "root.pem", "-vfyopt", ID, f"{name}.pem", cwd=tmp_path)
        assert (done.returncode == 0) is good
    (tmp_path / "crl").write_bytes(people.crl)
    assert b"DEMO ROOT" in made("crl", "-in", "crl", "-noout", "-text", cwd=tmp_path)


def test_we_accept_openssls_chain_and_list(tmp_path: Path) -> None:
    subject = ("-utf8", "-sm3", "-sigopt", ID)
    for name in ("root.key", "leaf.key"):
        made("ecparam", "-genkey", "-name", "SM2", "-noout", "-out", name, cwd=tmp_path)
    made(
        *("req", "-x509", *subject, "-key", "root.key", "-subj", "/CN=外部根", "-days", "30"),
        *("-addext", "keyUsage=critical,keyCertSign,cRLSign", "-out", "root.pem"),
        cwd=tmp_path,
    )
    made("req", "-new", *subject, "-key", "leaf.key", "-subj", "/CN=王五", "-out", "leaf.csr", cwd=tmp_path)
    made(
        *("x509", "-req", "-in", "leaf.csr", "-CA", "root.pem", "-CAkey", "root.key", "-sm3"),
        *("-sigopt", ID, "-vfyopt", ID, "-days", "9", "-out", "leaf.pem"),
        cwd=tmp_path,
    )
    (tmp_path / "index").touch()
    (tmp_path / "ca.conf").write_text(
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index\ndefault_md=sm3\ndefault_crl_days=9\n", encoding="ascii"
    )
    made(
        *("ca", "-config", "ca.conf", "-gencrl", "-cert", "root.pem", "-keyfile", "root.key"),
        *("-sigopt", ID, "-out", "crl.pem"),
        cwd=tmp_path,
    )
    (leaf,) = parse_certificates((tmp_path / "leaf.pem").read_bytes(), "leaf.pem")
    (root,) = parse_certificates((tmp_path / "root.pem").read_bytes(), "root.pem")
    today = leaf.not_before
    folder = tmp_path / "trust"
    for name in ("anchors", "crls"):
        (folder / name).mkdir(parents=True)
    (folder / "anchors/root.pem").write_text(root.armoured(), encoding="ascii")
    (folder / "crls/crl.pem").write_bytes((tmp_path / "crl.pem").read_bytes())
    (folder / "signers.yaml").write_text("evidence: [王五]\n", encoding="utf-8")
    load_trust(folder).check([leaf], "evidence", "place", today=today)


@pytest.mark.parametrize("text", [b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_no_certificate(text: bytes) -> None:
    with pytest.raises(Refused, match="not an SM2 certificate"):
        parse_certificates(text, "x.pem")
