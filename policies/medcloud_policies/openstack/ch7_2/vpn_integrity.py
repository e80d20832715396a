"""VPN policies protect integrity with SHA-256 or better, or SM3."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_STRONG = ("sha256", "sha384", "sha512", "sm3", "aes-cmac")


def _judge(r: Resource) -> Iterator[str]:
    algorithm = r.word("authAlgorithm") or "sha1"  # neutron's default
    if algorithm not in _STRONG:
        yield f"authAlgorithm {algorithm}"


RULE = Rule(
    id="vpn-integrity",
    items=(
        "7.2.1-a",
        "7.2.1-c",
    ),
    severity="high",
    title=Text(
        "VPN 完整性算法须为 SHA-256 及以上或 SM3",
        "VPN policies use SHA-256 or better, or SM3",
    ),
    why=Text("默认的 SHA-1 已可被碰撞。", "The default SHA-1 has been broken."),
    remedy=Text(
        "设 authAlgorithm: sha256（或 sha384、sha512、sm3）。",
        "Set authAlgorithm: sha256 (or sha384, sha512, sm3).",
    ),
    types=(
        tokens.VPNAAS_IKE_POLICY,
        tokens.VPNAAS_IP_SEC_POLICY,
    ),
    judge=_judge,
)
