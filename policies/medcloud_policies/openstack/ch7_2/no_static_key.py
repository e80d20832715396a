"""No access keys that never end."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    yield "an EC2 credential cannot expire"


RULE = Rule(
    id="no-static-key",
    items=(
        "7.2.3.1-a",
        "7.2.3.2-a",
    ),
    severity="high",
    title=Text("不得使用永不过期的静态密钥", "No access keys that never end"),
    why=Text(
        "EC2 凭据没有有效期，也绕过多因素认证。",
        "An EC2 credential has no expiry and goes round multi-factor authentication.",
    ),
    remedy=Text(
        "改用有 expiresAt 的 ApplicationCredential；S3 客户端用临时凭据。",
        "Use an ApplicationCredential with expiresAt; give S3 clients temporary ones.",
    ),
    types=(tokens.IDENTITY_EC2_CREDENTIAL_V3,),
    judge=_judge,
)
