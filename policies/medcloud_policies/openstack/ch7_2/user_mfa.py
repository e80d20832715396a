"""A user proves who they are in two ways."""

from collections.abc import Iterator

from medcloud.standard import number
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("enabled", default=True):
        return
    if not r.flag("multiFactorAuthEnabled", default=False):
        yield "multiFactorAuthEnabled is not true"
        return
    if not r.count("multiFactorAuthRules"):
        yield "multiFactorAuthRules is empty"
    least = number("7.2.3.3-a", "strong_factors").to("factor")
    for rule in r.nodes("multiFactorAuthRules"):
        if len(set(rule.texts("rules"))) < least:
            yield f"{rule.path}rules has fewer than {least:.0f} methods"


RULE = Rule(
    id="user-mfa",
    items=(
        "7.2.3.2-a",
        "7.2.3.3-a",
        "B.4-a",
    ),
    severity="high",
    title=Text("用户须启用多因素认证", "Users have multi-factor authentication"),
    why=Text(
        "只靠口令时，一次钓鱼就能登录云平台。",
        "With a password alone one phishing mail opens the cloud.",
    ),
    remedy=Text(
        "设 multiFactorAuthEnabled: true，并在 multiFactorAuthRules 中写两种以上方法。",
        "Set multiFactorAuthEnabled: true and name two methods or more in multiFactorAuthRules.",
    ),
    types=(tokens.IDENTITY_USER,),
    judge=_judge,
)
