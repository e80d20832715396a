"""Keys in the key manager are of an accepted algorithm and length."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.ciphers import weak_key


def _judge(r: Resource) -> Iterator[str]:
    described = r.node("meta") if r.type.endswith(":OrderV1") else r
    algorithm, bits = described.word("algorithm"), described.number("bitLength")
    if weak := weak_key(algorithm, bits):
        yield weak


RULE = Rule(
    id="key-strength",
    items=(
        "7.2.1-c",
        "7.2.1-a",
    ),
    severity="high",
    title=Text("密钥算法与长度须符合要求", "Keys are of an accepted algorithm and length"),
    why=Text(
        "DES、短 RSA 与 AES-128 密钥低于标准的强度。",
        "DES, short RSA and AES-128 keys are weaker than the standard asks for.",
    ),
    remedy=Text(
        "用 SM4、SM2，或 AES-256、RSA-2048 及以上。",
        "Use SM4 and SM2, or AES-256 and RSA-2048 and above.",
    ),
    types=(
        tokens.KEYMANAGER_SECRET_V1,
        tokens.KEYMANAGER_ORDER_V1,
    ),
    judge=_judge,
)
