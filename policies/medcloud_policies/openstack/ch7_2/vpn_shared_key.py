"""A VPN's shared key is long and not a word."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.passwords import is_guessable

_LENGTH = 24  # characters


def _judge(r: Resource) -> Iterator[str]:
    key = r.text("psk")
    if is_guessable(key, _LENGTH):
        yield f"psk of {len(key)} characters can be guessed"


RULE = Rule(
    id="vpn-shared-key",
    items=(
        "7.2.1-a",
        "7.2.1-b",
    ),
    severity="high",
    title=Text("VPN 预共享密钥须足够长且随机", "A VPN's shared key is long and random"),
    why=Text(
        "短密钥或单词可离线猜出，整条站间链路随即失守。",
        "A short key or a word is guessed offline, and the whole link between sites is lost.",
    ),
    remedy=Text(
        "用随机生成的 32 个以上字符作为 psk，并作为机密配置传入。",
        "Use 32 or more random characters as psk, given as a secret.",
    ),
    types=(tokens.VPNAAS_SITE_CONNECTION,),
    judge=_judge,
)
