"""An application credential ends, and no later than a password would."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import CREDENTIAL_DAYS
from medcloud_policies.reading.dates import days_until


def _judge(r: Resource) -> Iterator[str]:
    text = r.text("expiresAt")
    left = days_until(text) if text else None
    if not text:
        yield "expiresAt not set"
    elif left is None:
        yield "expiresAt is no date"
    elif left > r.settings.get(CREDENTIAL_DAYS):
        yield f"expiresAt in {left} days"


RULE = Rule(
    id="credential-expiry",
    items=(
        "7.2.3.1-a",
        "7.2.2-c",
    ),
    severity="high",
    title=Text(
        "应用凭据须有有效期，且不长于口令",
        "An application credential expires no later than a password would",
    ),
    why=Text(
        "永不过期的凭据泄露后可以用到天荒地老。",
        "A credential that never ends is of use to a thief for ever.",
    ),
    remedy=Text(
        "在 expiresAt 写 90 天以内的时间。",
        "Write a time within 90 days into expiresAt.",
    ),
    types=(tokens.IDENTITY_APPLICATION_CREDENTIAL,),
    judge=_judge,
    settings=(CREDENTIAL_DAYS,),
)
