"""A list of TLS ciphers holds no broken ones."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_BROKEN = re.compile(r"RC4|DES|MD5|NULL|EXP|ADH|AECDH|ANON|IDEA|SEED|RC2", re.IGNORECASE)

_WEAK = ("LOW", "MEDIUM", "COMPLEMENTOFALL", "COMPLEMENTOFDEFAULT")  # OpenSSL's names for lists of them


def _judge(r: Resource) -> Iterator[str]:
    ciphers = r.text("tlsCiphers").split(":")
    for cipher in ciphers:
        anonymous = cipher.upper() == "ALL" and not {"!aNULL", "!ADH"}.intersection(ciphers)
        taken_out = cipher.startswith(("!", "-"))
        if anonymous or (not taken_out and (_BROKEN.search(cipher) or cipher.upper() in _WEAK)):
            yield f"tlsCiphers has {cipher[:60]}"


RULE = Rule(
    id="listener-ciphers",
    items=(
        "7.2.1-a",
        "7.2.1-c",
    ),
    severity="high",
    title=Text("TLS 套件清单不得含已被攻破的算法", "A list of TLS ciphers holds no broken algorithm"),
    why=Text(
        "只要清单里有一个弱算法，攻击者就会协商到它。",
        "One weak cipher on the list is the one an attacker negotiates.",
    ),
    remedy=Text(
        "去掉 RC4、DES、3DES、MD5、NULL、EXPORT、匿名套件；或留空并只用 TLS 1.3。",
        "Take out RC4, DES, 3DES, MD5, NULL, EXPORT and anonymous suites; or leave it empty with TLS 1.3.",
    ),
    types=(
        tokens.LOADBALANCER_LISTENER,
        tokens.LOADBALANCER_POOL,
    ),
    judge=_judge,
)
