"""X.509 certificates of SM2 keys: what is read out of one, checked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from asn1crypto import pem, x509  # type: ignore[import-untyped]  # ships no types

from medcloud.crypto import sm2
from medcloud.crypto.refused import Refused, refuse
from medcloud.text import Place, Text

SM2_CURVE = "1.2.156.10197.1.301"
SM2_WITH_SM3 = "1.2.156.10197.1.501"
_SHORT = {
    "common_name": "CN",
    "organization_name": "O",
    "organizational_unit_name": "OU",
    "country_name": "C",
    "state_or_province_name": "ST",
    "locality_name": "L",
    "serial_number": "serialNumber",
}
_UNDERSTOOD = {"basic_constraints", "key_usage", "extended_key_usage"}


@dataclass(frozen=True)
class Certificate:
    """A certificate; equal when its bytes are."""

    der: bytes = field(repr=False)
    tbs: bytes = field(repr=False, compare=False)
    """The part that its issuer signed."""
    signature: bytes = field(repr=False, compare=False)
    subject: bytes = field(repr=False, compare=False)
    """DER of the subject's name."""
    issuer: bytes = field(repr=False, compare=False)
    names: tuple[tuple[str, str], ...] = field(compare=False)
    """Attributes of the subject in their order, e.g. ``("CN", "张三")``."""
    serial: int
    not_before: date = field(compare=False)
    not_after: date = field(compare=False)
    point: bytes = field(repr=False, compare=False)
    """Public key, uncompressed point of 65 bytes."""
    is_ca: bool = field(compare=False)
    path_length: int | None = field(compare=False)
    usage: frozenset[str] | None = field(compare=False)
    """Key usages; None: the certificate does not limit them."""

    @property
    def common_name(self) -> str:
        """CN of the subject, empty when it has none."""
        return dict(self.names).get("CN", "")

    @property
    def full_name(self) -> str:
        """The subject in one line, e.g. ``CN=张三,O=区卫健局``."""
        return ",".join(f"{key}={value}" for key, value in self.names)

    def may(self, usage: str) -> bool:
        """Whether the key may be used so."""
        return self.usage is None or usage in self.usage

    def armoured(self) -> str:
        """PEM text."""
        return str(pem.armor("CERTIFICATE", self.der).decode())


@lru_cache(maxsize=1024)  # the same few chains stand in every document
def parse_certificates(text: bytes, place: str) -> tuple[Certificate, ...]:
    """The certificates of a PEM text, in its order; Refused when there is none or one cannot be used."""
    try:
        found = [
            _certificate(der) for kind, _, der in pem.unarmor(text, multiple=True) if kind == "CERTIFICATE"
        ]
    except (ValueError, TypeError, KeyError) as error:
        raise _unreadable(place, str(error).partition("\n")[0]) from None
    if not found:
        raise _unreadable(place, "no CERTIFICATE in it")
    return tuple(found)


def _certificate(der: bytes) -> Certificate:
    found = x509.Certificate.load(der, strict=True)
    tbs = found["tbs_certificate"]
    algorithms = {
        found["signature_algorithm"]["algorithm"].dotted,
        tbs["signature"]["algorithm"].dotted,
    }
    if algorithms != {SM2_WITH_SM3}:
        raise ValueError("not signed by SM2 with SM3")
    extensions = list(tbs["extensions"])
    refuse_unknown(extensions, _UNDERSTOOD)
    basic = _extension(extensions, "basic_constraints")
    usage = _extension(extensions, "key_usage")
    validity = tbs["validity"]
    return Certificate(
        der=der,
        tbs=bytes(tbs.dump()),
        signature=bytes(found["signature_value"].native),
        subject=bytes(tbs["subject"].dump()),
        issuer=bytes(tbs["issuer"].dump()),
        names=_names(tbs["subject"]),
        serial=int(tbs["serial_number"].native),
        not_before=validity["not_before"].native.date(),
        not_after=validity["not_after"].native.date(),
        point=_point(tbs["subject_public_key_info"]),
        is_ca=bool(basic and basic["ca"].native),
        path_length=basic["path_len_constraint"].native if basic else None,
        usage=None if usage is None else frozenset(usage.native),
    )


def refuse_unknown(extensions: Iterable[Any], known: set[str]) -> None:
    """ValueError for a critical extension that is not understood: RFC 5280 forbids to go on."""
    for extension in extensions:
        name = extension["extn_id"].native
        if extension["critical"].native and name not in known:
            raise ValueError(f"unknown critical extension {name}")


def _extension(extensions: Iterable[Any], name: str) -> Any:
    return next((e["extn_value"].parsed for e in extensions if e["extn_id"].native == name), None)


def _names(name: Any) -> tuple[tuple[str, str], ...]:
    pairs = [pair for part in name.chosen for pair in part]
    return tuple(
        (_SHORT.get(pair["type"].native, str(pair["type"].native)), str(pair["value"].native))
        for pair in pairs
    )


def _point(info: Any) -> bytes:
    algorithm = info["algorithm"]
    if algorithm["algorithm"].native != "ec" or algorithm["parameters"].chosen.dotted != SM2_CURVE:
        raise ValueError("not an SM2 key")
    point = bytes(info["public_key"].native)
    if not sm2.is_point(point):
        raise ValueError("the key is no point of the SM2 curve")
    return point


def _unreadable(place: str, why: str) -> Refused:
    return refuse(
        Place(place),
        Text(f"不是可用的 SM2 证书（{why}）", f"not an SM2 certificate that can be used ({why})"),
        Text("给出以 SM2-with-SM3 签发的 PEM 证书", "give certificates in PEM, issued with SM2-with-SM3"),
    )
