"""Certificate revocation lists (RFC 5280), signed with SM2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from asn1crypto import crl, pem  # type: ignore[import-untyped]  # ships no types

from medcloud.crypto.certificate import SM2_WITH_SM3, refuse_unknown
from medcloud.crypto.refused import refuse
from medcloud.text import Place, Text

COMPROMISED = {"key_compromise", "ca_compromise"}


@dataclass(frozen=True)
class Revocation:
    """When and why a certificate was revoked."""

    on: date
    reason: str


@dataclass(frozen=True)
class RevocationList:
    """One list of one issuer."""

    place: str
    tbs: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    issuer: bytes = field(repr=False)
    this_update: date
    next_update: date
    revoked: Mapping[int, Revocation] = field(repr=False)
    """By serial number."""


def parse_list(text: bytes, place: str) -> RevocationList:
    """The list of a PEM or DER file; Refused when it cannot be used."""
    try:
        der = pem.unarmor(text)[2] if pem.detect(text) else text
        found = crl.CertificateList.load(der, strict=True)
        return _list(found, place)
    except (ValueError, TypeError, KeyError) as error:
        why = str(error).partition("\n")[0]
        raise refuse(
            Place(place),
            Text(f"不是可用的证书吊销列表（{why}）", f"not a revocation list that can be used ({why})"),
            Text("从签发机构重新下载完整的 CRL", "fetch the issuer's complete CRL anew"),
        ) from None


def _list(found: Any, place: str) -> RevocationList:
    tbs = found["tbs_cert_list"]
    algorithms = {found["signature_algorithm"]["algorithm"].dotted, tbs["signature"]["algorithm"].dotted}
    if algorithms != {SM2_WITH_SM3}:
        raise ValueError("not signed by SM2 with SM3")
    refuse_unknown(tbs["crl_extensions"], set())  # neither delta lists nor lists for some purposes only
    revoked: dict[int, Revocation] = {}
    for entry in tbs["revoked_certificates"]:
        extensions = list(entry["crl_entry_extensions"])
        refuse_unknown(extensions, {"crl_reason"})
        reasons = [e["extn_value"].parsed.native for e in extensions if e["extn_id"].native == "crl_reason"]
        when = entry["revocation_date"].native.date()
        revoked[int(entry["user_certificate"].native)] = Revocation(when, *(reasons or ["unspecified"]))
    if tbs["next_update"].native is None:
        raise ValueError("no next update")
    return RevocationList(
        place=place,
        tbs=bytes(tbs.dump()),
        signature=bytes(found["signature"].native),
        issuer=bytes(tbs["issuer"].dump()),
        this_update=tbs["this_update"].native.date(),
        next_update=tbs["next_update"].native.date(),
        revoked=revoked,
    )
