"""Signed documents: YAML that a person reads, then ``---``, then the signatures over every byte before it.

What is signed is what stands in the file, so that ``openssl`` needs nothing of medcloud to verify it
(docs/evidence.md). The part with the signatures has exactly one spelling: a byte changed there is found too.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medcloud.crypto import sm2
from medcloud.crypto.certificate import Certificate, parse_certificates
from medcloud.crypto.fields import Fields
from medcloud.crypto.keys import PrivateKey
from medcloud.crypto.refused import Refused, refuse
from medcloud.crypto.sm3 import digest
from medcloud.crypto.trust import Trust
from medcloud.text import Complaint, Place, Text

_MARK = b"---\nsignatures:\n"
_ALGORITHM = "SM2-with-SM3"
_WIDTH = 64


@dataclass(frozen=True)
class Signature:
    """One person's signature, with the certificates that lead to a root, the person's first."""

    value: bytes
    chain: tuple[Certificate, ...]


@dataclass(frozen=True)
class Document:
    """A document and its signatures; none: unsigned."""

    place: str
    payload: bytes
    """What is signed, up to the line before ``---``."""
    signatures: tuple[Signature, ...]

    @property
    def digest(self) -> str:
        """SM3 of the whole file, 64 hexadecimal digits."""
        return digest(self.render()).hex()

    def render(self) -> bytes:
        """The file."""
        if not self.signatures:
            return self.payload
        return self.payload + _MARK + "".join(map(_render, self.signatures)).encode()

    def signed(self, key: PrivateKey, chain: Sequence[Certificate]) -> Document:
        """The document with one more signature; one by the same person is replaced."""
        if key.public != chain[0].point:
            raise refuse(
                Place(self.place),
                Text(
                    f"私钥不是证书“{chain[0].full_name}”的",
                    f"the private key is not that of the certificate “{chain[0].full_name}”",
                ),
                Text(
                    "给出与私钥相配的证书，签名者的在最前",
                    "give the certificate of this key, the signer's first",
                ),
            )
        payload = self.payload if self.payload.endswith(b"\n") else self.payload + b"\n"
        others = tuple(s for s in self.signatures if s.chain[0].names != chain[0].names)
        return Document(self.place, payload, (*others, Signature(key.sign(payload), tuple(chain))))

    def verify(
        self, trust: Trust, purpose: str, *, today: date, signed: date | None = None
    ) -> tuple[Certificate, ...]:
        """The signers; Refused when there is none or a single signature does not hold."""
        if not self.signatures:
            raise refuse(
                Place(self.place),
                Text("没有签名", "is not signed"),
                Text(
                    "由有权的人签名（medcloud evidence sign 或 medcloud waiver sign）",
                    "have it signed by someone entitled to (medcloud evidence sign, or medcloud waiver sign)",
                ),
            )
        for signature in self.signatures:
            signer = signature.chain[0]
            if not sm2.verify(self.payload, signature.value, signer.point):
                raise refuse(
                    Place(self.place),
                    Text(
                        f"“{signer.full_name}”的签名与内容不符：签名后内容被改动，或签名者不是此人",
                        f"the signature of “{signer.full_name}” does not fit the content: it was changed"
                        " after signing, or someone else signed",
                    ),
                    Text(
                        "恢复签名时的内容，或核对后重新签名",
                        "restore what was signed, or check it and sign again",
                    ),
                )
            trust.check(signature.chain, purpose, self.place, today=today, signed=signed)
        return tuple(signature.chain[0] for signature in self.signatures)


def read_document(path: Path) -> Document:
    """The document of a file; Refused when its signatures cannot be read."""
    return parse_document(path.read_bytes(), str(path))


def parse_document(text: bytes, place: str) -> Document:
    """The document of a text."""
    mark = text.find(b"\n" + _MARK)
    if mark < 0:
        return Document(place, text, ())
    payload, rest = text[: mark + 1], text[mark + 1 :]
    above = b"\n" * (payload.count(b"\n") + 1)  # so that complaints name the file's own lines
    fields = Fields.parse(above + rest.removeprefix(b"---\n"), place, ("signatures",))
    signatures = tuple(
        _signature(entry) for entry in fields.sections("signatures", ("algorithm", "value", "certificates"))
    )
    found = Document(place, payload, signatures)
    if found.render() != text:
        raise _altered(place)
    return found


def _signature(fields: Fields) -> Signature:
    if fields.text("algorithm") != _ALGORITHM:
        raise fields.error(
            "algorithm",
            Complaint(
                Text("不是 SM2-with-SM3 签名", "is not a signature by SM2-with-SM3"),
                Text("用 SM2 证书重新签名", "sign again with an SM2 certificate"),
            ),
        )
    try:
        value = base64.b64decode("".join(fields.text("value").split()), validate=True)
    except (binascii.Error, ValueError):
        raise _altered(fields.file) from None
    return Signature(value, parse_certificates(fields.text("certificates").encode(), fields.file))


def _render(signature: Signature) -> str:
    text = base64.b64encode(signature.value).decode()
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    certificates = "".join(certificate.armoured() for certificate in signature.chain).splitlines()
    return "\n".join(
        [
            f"- algorithm: {_ALGORITHM}",
            "  value: |",
            *(f"    {line}" for line in lines),
            "  certificates: |",
            *(f"    {line}" for line in certificates),
            "",
        ]
    )


def _altered(place: str) -> Refused:
    return refuse(
        Place(place),
        Text("签名部分被改动", "the part with the signatures was changed"),
        Text("恢复原文件，或重新签名", "restore the file, or sign again"),
    )
