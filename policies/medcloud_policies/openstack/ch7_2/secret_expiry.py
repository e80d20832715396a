"""A key or certificate does not expire within the notice that the standard asks for."""

from collections.abc import Iterator

from medcloud.standard import number
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.dates import days_until


def _judge(r: Resource) -> Iterator[str]:
    described = r.node("meta") if r.type.endswith(":OrderV1") else r
    expiry = described.text("expiration")
    if not expiry:
        return
    left = days_until(expiry)
    if left is None:
        yield "expiration is no date"
    elif left < number("7.2.3.1-b", "expiry_notice").to("d"):
        yield f"expiration in {left} days"


RULE = Rule(
    id="secret-expiry",
    items=("7.2.3.1-b",),
    severity="high",
    title=Text("证书与密钥不得在 30 天内到期", "Keys and certificates do not expire within 30 days"),
    why=Text(
        "快到期的证书会在无人值守时中断服务。",
        "A certificate about to expire stops a service when nobody is looking.",
    ),
    remedy=Text(
        "先续期，再写新的 expiration。",
        "Renew it first, then write the new expiration.",
    ),
    types=(
        tokens.KEYMANAGER_SECRET_V1,
        tokens.KEYMANAGER_ORDER_V1,
    ),
    judge=_judge,
)
