"""Where a listener asks for client certificates, it insists, and it knows whose to trust."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    wanted = r.word("clientAuthentication")
    if wanted == "optional":
        yield "clientAuthentication OPTIONAL"
    if wanted in ("optional", "mandatory") and not r.has("clientCaTlsContainerRef"):
        yield "no clientCaTlsContainerRef"
    if wanted in ("", "none") and r.has("clientCaTlsContainerRef"):
        yield "clientCaTlsContainerRef without clientAuthentication"


RULE = Rule(
    id="listener-client-auth",
    items=(
        "7.2.1-b",
        "7.2.3.1-b",
    ),
    severity="high",
    title=Text(
        "启用双向认证的监听须强制并指定信任的 CA",
        "A listener with mutual authentication insists on it and names the CA it trusts",
    ),
    why=Text(
        "“可选”的客户端证书等于不要证书；没有 CA 则谁的证书都验不了。",
        "An optional client certificate is none; without a CA nobody's can be verified.",
    ),
    remedy=Text(
        "设 clientAuthentication: MANDATORY 和 clientCaTlsContainerRef。",
        "Set clientAuthentication: MANDATORY and clientCaTlsContainerRef.",
    ),
    types=(tokens.LOADBALANCER_LISTENER,),
    judge=_judge,
)
