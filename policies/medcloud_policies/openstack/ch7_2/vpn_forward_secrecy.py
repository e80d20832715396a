"""VPN policies exchange keys in a Diffie-Hellman group of 2048 bits or more."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_WEAK = ("group1", "group2", "group5", "group22", "group23", "group24", "disable", "none")


def _judge(r: Resource) -> Iterator[str]:
    group = r.word("pfs") or "group5"  # neutron's default
    if group in _WEAK or not group.removeprefix("group").isdigit():
        yield f"pfs {group}"


RULE = Rule(
    id="vpn-forward-secrecy",
    items=(
        "7.2.1-a",
        "A.1-c",
    ),
    severity="high",
    title=Text(
        "VPN 的密钥交换组须在 2048 位及以上",
        "VPN policies use a Diffie-Hellman group of 2048 bits or more",
    ),
    why=Text(
        "group2 与默认的 group5 可被破解，录下的流量届时即可解密。",
        "group2 and the default group5 can be broken, and recorded traffic is read then.",
    ),
    remedy=Text("设 pfs: group14 或更高。", "Set pfs: group14 or above."),
    types=(
        tokens.VPNAAS_IKE_POLICY,
        tokens.VPNAAS_IP_SEC_POLICY,
    ),
    judge=_judge,
)
