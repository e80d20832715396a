"""IPsec encrypts whole packets: ESP in tunnel mode."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    transform = r.word("transformProtocol") or "esp"
    if "esp" not in transform:
        yield f"transformProtocol {transform}"
    if (r.word("encapsulationMode") or "tunnel") != "tunnel":
        yield f"encapsulationMode {r.text('encapsulationMode')}"


RULE = Rule(
    id="ipsec-tunnel",
    items=(
        "7.2.1-b",
        "A.1-c",
    ),
    severity="critical",
    title=Text("IPsec 须用 ESP 隧道模式", "IPsec uses ESP in tunnel mode"),
    why=Text(
        "仅用 AH 只防篡改、不加密；传输模式暴露内部地址。",
        "AH alone protects against change but encrypts nothing; transport mode shows inner addresses.",
    ),
    remedy=Text(
        "设 transformProtocol: esp 与 encapsulationMode: tunnel。",
        "Set transformProtocol: esp and encapsulationMode: tunnel.",
    ),
    types=(tokens.VPNAAS_IP_SEC_POLICY,),
    judge=_judge,
)
