"""Whether a certificate leads to a trusted root: signatures, dates, rights and revocation (RFC 5280, 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from medcloud.crypto import sm2
from medcloud.crypto.certificate import Certificate
from medcloud.crypto.refused import refuse
from medcloud.crypto.revocation import COMPROMISED, RevocationList
from medcloud.text import Place, Text

_LONGEST = 8  # certificates


class Days(NamedTuple):
    """On which days a chain must hold, in UTC."""

    signed: date
    """Certificates must be valid on it."""
    today: date
    """Revocation lists must be current on it."""


def verify_chain(
    chain: Sequence[Certificate],
    anchors: Sequence[Certificate],
    lists: Sequence[RevocationList],
    days: Days,
    place: str,
) -> None:
    """Refused unless the chain, the signer's first, ends at an anchor; every CA needs a current list."""
    links = _links(chain, anchors, place)
    _dates(chain[0], days.signed, place)
    for certificate, issuer in links:
        _dates(issuer, days.signed, place)
        _revocation(certificate, issuer, lists, days, place)


def _links(
    chain: Sequence[Certificate], anchors: Sequence[Certificate], place: str
) -> list[tuple[Certificate, Certificate]]:
    """Each certificate with its issuer, up to an anchor."""
    links: list[tuple[Certificate, Certificate]] = []
    for depth, certificate in enumerate(chain[:_LONGEST]):
        if certificate in anchors:
            return links
        issuer = _issuer(certificate, [*anchors, *chain[depth + 1 : depth + 2]], depth, place)
        links.append((certificate, issuer))
        if issuer in anchors:
            return links
    raise _broken(place, chain[-1])


def _issuer(
    certificate: Certificate, candidates: Sequence[Certificate], depth: int, place: str
) -> Certificate:
    """The candidate that issued the certificate and had the right to; `depth` CAs may stand below it."""
    for issuer in candidates:
        if issuer.subject == certificate.issuer and sm2.verify(
            certificate.tbs, certificate.signature, issuer.point
        ):
            if not issuer.is_ca or not issuer.may("key_cert_sign"):
                raise refuse(
                    Place(place),
                    Text(
                        f"“{issuer.full_name}”无权签发证书",
                        f"“{issuer.full_name}” has no right to issue certificates",
                    ),
                    Text("用认证机构签发的证书重新签名", "sign again with a certificate issued by a CA"),
                )
            if issuer.path_length is not None and depth > issuer.path_length:
                raise _broken(place, certificate)
            return issuer
    raise _broken(place, certificate)


def _dates(certificate: Certificate, day: date, place: str) -> None:
    if day > certificate.not_after:
        zh, en = f"已于 {certificate.not_after} 过期", f"expired on {certificate.not_after}"
    elif day < certificate.not_before:
        zh, en = f"自 {certificate.not_before} 起才有效", f"is not valid before {certificate.not_before}"
    else:
        return
    raise refuse(
        Place(place),
        Text(
            f"证书“{certificate.full_name}”{zh}（所查日期 {day}）",
            f"the certificate “{certificate.full_name}” {en} (looked at for {day})",
        ),
        Text("换发证书后重新签名", "sign again with a renewed certificate"),
    )


def _revocation(
    certificate: Certificate,
    issuer: Certificate,
    lists: Sequence[RevocationList],
    days: Days,
    place: str,
) -> None:
    own = [found for found in lists if found.issuer == issuer.subject and _is_by(found, issuer)]
    if not own:
        raise refuse(
            Place(place),
            Text(
                f"没有“{issuer.full_name}”签发的吊销列表，无从判断证书是否已吊销",
                f"there is no revocation list of “{issuer.full_name}”, so revocation cannot be judged",
            ),
            Text("从签发机构下载 CRL，放入 trust/crls/", "fetch the issuer's CRL into trust/crls/"),
        )
    newest = max(own, key=lambda found: found.this_update)
    if not newest.this_update <= days.today <= newest.next_update:
        raise refuse(
            Place(newest.place),
            Text(
                f"吊销列表只在 {newest.this_update} 至 {newest.next_update} 有效（今天 {days.today}）",
                f"the revocation list is good from {newest.this_update} to {newest.next_update} only"
                f" (today {days.today})",
            ),
            Text("从签发机构下载最新的 CRL", "fetch the issuer's latest CRL"),
        )
    entry = newest.revoked.get(certificate.serial)
    if entry and (entry.on <= days.signed or entry.reason in COMPROMISED):
        raise refuse(
            Place(place),
            Text(
                f"证书“{certificate.full_name}”已于 {entry.on} 吊销（{entry.reason}）",
                f"the certificate “{certificate.full_name}” was revoked on {entry.on} ({entry.reason})",
            ),
            Text(
                "由持有效证书的人重新核对并签名",
                "have someone with a valid certificate check it and sign again",
            ),
        )


def _is_by(found: RevocationList, issuer: Certificate) -> bool:
    return issuer.may("crl_sign") and sm2.verify(found.tbs, found.signature, issuer.point)


def _broken(place: str, certificate: Certificate) -> Exception:
    return refuse(
        Place(place),
        Text(
            f"证书“{certificate.full_name}”不能上溯到所信任的根",
            f"the certificate “{certificate.full_name}” does not lead to a trusted root",
        ),
        Text(
            "附上完整的证书链，或核实后把其根证书放入 trust/anchors/",
            "give the whole chain, or check its root and put that into trust/anchors/",
        ),
    )
