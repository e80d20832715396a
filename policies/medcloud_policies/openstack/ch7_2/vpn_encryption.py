"""VPN policies encrypt with keys of the length that the standard asks for."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.ciphers import is_strong_cipher


def _judge(r: Resource) -> Iterator[str]:
    algorithm = r.word("encryptionAlgorithm") or "aes-128"  # neutron's default
    if not is_strong_cipher(algorithm):
        yield f"encryptionAlgorithm {algorithm}"


RULE = Rule(
    id="vpn-encryption",
    items=(
        "7.2.1-b",
        "7.2.1-c",
        "A.1-c",
    ),
    severity="critical",
    title=Text(
        "VPN 加密算法须为 AES-256 或 SM4",
        "VPN policies encrypt with AES-256 or SM4",
    ),
    why=Text(
        "默认的 aes-128 与 3des 低于标准要求的强度。",
        "The default aes-128, and 3des, are weaker than the standard asks for.",
    ),
    remedy=Text(
        "设 encryptionAlgorithm: aes-256（或云平台提供的 sm4）。",
        "Set encryptionAlgorithm: aes-256 (or sm4 where the cloud has it).",
    ),
    types=(
        tokens.VPNAAS_IKE_POLICY,
        tokens.VPNAAS_IP_SEC_POLICY,
    ),
    judge=_judge,
)
