"""A certificate authority of SM2 keys for demonstrations and tests; nothing real may trust it.

Certificates and lists are signed with medcloud.crypto and read by OpenSSL just as its own.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from asn1crypto import algos, crl, keys, pem, x509  # type: ignore[import-untyped]  # ships no types
from Cryptodome.IO import PKCS8
from Cryptodome.Util.asn1 import DerObjectId

from medcloud.crypto import Certificate, PrivateKey, parse_certificates
from medcloud.crypto.certificate import SM2_CURVE, SM2_WITH_SM3
from medcloud.crypto.sm2 import public_of

_ORDER_BITS = 255  # keys below 2**255 are below the order of the curve
_CA_USAGE = {"key_cert_sign", "crl_sign"}
_LEAF_USAGE = {"digital_signature", "non_repudiation"}


@dataclass(frozen=True)
class Holder:
    """A key and its certificate."""

    key: PrivateKey
    certificate: Certificate

    def write(self, path: Path, *above: Certificate) -> None:
        """`path` with suffix .key, readable to its owner only, and the chain with suffix .pem."""
        descriptor = os.open(path.with_suffix(".key"), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(pem.armor("PRIVATE KEY", _pkcs8(self.key)))
        chain = "".join(certificate.armoured() for certificate in (self.certificate, *above))
        path.with_suffix(".pem").write_text(chain, encoding="utf-8")


def new_key() -> PrivateKey:
    """A fresh key."""
    number = secrets.randbits(_ORDER_BITS) | 1
    return PrivateKey(number, public_of(number))


def issue(
    name: Mapping[str, str],
    issuer: Holder | None = None,
    *,
    first: date | None = None,
    days: int = 365,
    ca: bool = False,
    usage: set[str] | None = None,
) -> Holder:
    """A key with a certificate by the issuer, or by itself; `name` as in x509.Name.build.

    `usage` is the key usage, by default what an authority or a person needs.
    """
    own = new_key()
    start = first or _today()
    subject = x509.Name.build(dict(name))
    by = x509.Name.load(issuer.certificate.subject) if issuer else subject
    tbs = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": secrets.randbits(64) | 1,
            "signature": _algorithm(),
            "issuer": by,
            "validity": {"not_before": _time(start), "not_after": _time(start + timedelta(days))},
            "subject": subject,
            "subject_public_key_info": _public(own),
            "extensions": [
                {"extn_id": "basic_constraints", "critical": True, "extn_value": {"ca": ca}},
                {
                    "extn_id": "key_usage",
                    "critical": True,
                    "extn_value": usage or (_CA_USAGE if ca else _LEAF_USAGE),
                },
            ],
        }
    )
    signer = issuer.key if issuer else own
    found = x509.Certificate(
        {
            "tbs_certificate": tbs,
            "signature_algorithm": _algorithm(),
            "signature_value": signer.sign(tbs.dump()),
        }
    )
    text = pem.armor("CERTIFICATE", found.dump())
    return Holder(own, parse_certificates(text, "demo")[0])


def revocation_list(
    issuer: Holder,
    revoked: Mapping[int, tuple[date, str]] | None = None,
    *,
    first: date | None = None,
    days: int = 365,
) -> bytes:
    """A PEM list; `revoked` gives day and reason by serial number."""
    start = first or _today()
    entries = [
        {
            "user_certificate": serial,
            "revocation_date": _time(on),
            "crl_entry_extensions": [{"extn_id": "crl_reason", "extn_value": reason}],
        }
        for serial, (on, reason) in (revoked or {}).items()
    ]
    content: dict[str, Any] = {
        "version": "v2",
        "signature": _algorithm(),
        "issuer": x509.Name.load(issuer.certificate.subject),
        "this_update": _time(start),
        "next_update": _time(start + timedelta(days)),
        "crl_extensions": [{"extn_id": "crl_number", "extn_value": 1}],
    }
    if entries:
        content["revoked_certificates"] = entries
    tbs = crl.TbsCertList(content)
    found = crl.CertificateList(
        {
            "tbs_cert_list": tbs,
            "signature_algorithm": _algorithm(),
            "signature": issuer.key.sign(tbs.dump()),
        }
    )
    return bytes(pem.armor("X509 CRL", found.dump()))


def _today() -> date:
    return datetime.now(timezone.utc).date()


def _time(day: date) -> x509.Time:
    moment = datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
    return x509.Time({"utc_time": moment})


def _algorithm() -> algos.SignedDigestAlgorithm:
    return algos.SignedDigestAlgorithm({"algorithm": SM2_WITH_SM3})


def _public(key: PrivateKey) -> keys.PublicKeyInfo:
    algorithm = {"algorithm": "ec", "parameters": keys.ECDomainParameters("named", SM2_CURVE)}
    return keys.PublicKeyInfo({"algorithm": algorithm, "public_key": keys.ECPointBitString(key.public)})


def _pkcs8(key: PrivateKey) -> bytes:
    inner = keys.ECPrivateKey(
        {
            "version": "ecPrivkeyVer1",
            "private_key": key.number,
            "public_key": keys.ECPointBitString(key.public),
        }
    )
    inner.set_key_size(32)
    return PKCS8.wrap(
        inner.dump(force=True),
        "1.2.840.10045.2.1",
        key_params=DerObjectId(SM2_CURVE),
    )
