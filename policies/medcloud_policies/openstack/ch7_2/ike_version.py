"""Keys are exchanged with IKEv2, and never in aggressive mode."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    version = r.word("ikeVersion") or "v1"  # neutron's default
    if version != "v2":
        yield f"ikeVersion {version}"
    if r.word("phase1NegotiationMode") == "aggressive":
        yield "phase1NegotiationMode aggressive"


RULE = Rule(
    id="ike-version",
    items=(
        "7.2.1-b",
        "A.1-c",
    ),
    severity="high",
    title=Text(
        "密钥交换须用 IKEv2，不得用野蛮模式",
        "Keys are exchanged with IKEv2, never in aggressive mode",
    ),
    why=Text(
        "IKEv1 缺少现代防护；野蛮模式会把预共享密钥的散列交给任何询问者。",
        "IKEv1 lacks present protections; aggressive mode hands the key's hash to whoever asks.",
    ),
    remedy=Text(
        "设 ikeVersion: v2，不设 phase1NegotiationMode: aggressive。",
        "Set ikeVersion: v2, and no phase1NegotiationMode: aggressive.",
    ),
    types=(tokens.VPNAAS_IKE_POLICY,),
    judge=_judge,
)
