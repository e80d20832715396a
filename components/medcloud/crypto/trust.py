"""A trust folder: which roots are relied on, what they revoked, and who may sign what.

``anchors/*.pem`` are root certificates, ``crls/*`` revocation lists (PEM or DER), and ``signers.yaml`` names
the people: under ``evidence``, ``waivers`` and ``ledger`` a list of subjects, each either a common name
(``张三``) or attributes that must all be there (``CN=张三,O=区卫健局``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medcloud.crypto.certificate import Certificate, parse_certificates
from medcloud.crypto.chain import Days, verify_chain
from medcloud.crypto.fields import Fields
from medcloud.crypto.refused import refuse
from medcloud.crypto.revocation import RevocationList, parse_list
from medcloud.text import Place, Text

PURPOSES = ("evidence", "waivers", "ledger")


@dataclass(frozen=True)
class Trust:
    """What is relied on."""

    anchors: tuple[Certificate, ...]
    lists: tuple[RevocationList, ...]
    signers: Mapping[str, tuple[str, ...]]
    """By purpose."""
    place: str
    """Where the signers are named."""

    def check(
        self,
        chain: Sequence[Certificate],
        purpose: str,
        place: str,
        *,
        today: date,
        signed: date | None = None,
    ) -> None:
        """Refused unless the chain holds and its first certificate may sign for the purpose.

        `signed` is the day on which certificates must be valid (default: today).
        """
        verify_chain(chain, self.anchors, self.lists, Days(signed or today, today), place)
        signer = chain[0]
        if not signer.may("digital_signature") or signer.is_ca:
            raise refuse(
                Place(place),
                Text(
                    f"证书“{signer.full_name}”不是用来签名的",
                    f"the certificate “{signer.full_name}” is not for signing documents",
                ),
                Text(
                    "用密钥用途含 digitalSignature 的个人证书签名",
                    "sign with a personal certificate whose key usage has digitalSignature",
                ),
            )
        if not any(_fits(wanted, signer) for wanted in self.signers.get(purpose, ())):
            raise refuse(
                Place(place),
                Text(
                    f"“{signer.full_name}”无权签署 {purpose}", f"“{signer.full_name}” may not sign {purpose}"
                ),
                Text(
                    f"由 {self.place} 中 {purpose} 下的人签名，或经批准后把其列入",
                    f"have it signed by someone under {purpose} in {self.place}, "
                    f"or add the name once approved",
                ),
            )


def load_trust(folder: Path) -> Trust:
    """Read a trust folder; Refused when something in it cannot be used."""
    anchors = [
        certificate
        for path in sorted((folder / "anchors").glob("*.pem"))
        for certificate in parse_certificates(path.read_bytes(), str(path))
    ]
    if not anchors:
        raise refuse(
            Place(str(folder / "anchors")),
            Text("没有所信任的根证书", "there is no trusted root certificate"),
            Text(
                "把核实过的根证书（PEM）放入此目录",
                "put root certificates that you have checked, in PEM, into this folder",
            ),
        )
    crls = folder / "crls"
    lists = [parse_list(path.read_bytes(), str(path)) for path in sorted(crls.glob("*")) if path.is_file()]
    place = folder / "signers.yaml"
    content = Fields.read(place, PURPOSES)
    signers = {purpose: content.texts(purpose) for purpose in PURPOSES if content.has(purpose)}
    return Trust(tuple(anchors), tuple(lists), signers, str(place))


def _fits(wanted: str, signer: Certificate) -> bool:
    """Whether a subject is the one named; every attribute of the name must be the subject's."""
    if "=" not in wanted:
        return wanted == signer.common_name
    pairs = {tuple(part.strip().split("=", 1)) for part in wanted.split(",")}
    return pairs <= set(signer.names)
