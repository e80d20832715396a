"""A listener that ends TLS takes its certificate from the key manager."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("protocol") != "terminated_https":
        return
    if not r.has("defaultTlsContainerRef") and not r.has("sniContainerRefs"):
        yield "neither defaultTlsContainerRef nor sniContainerRefs"


RULE = Rule(
    id="listener-certificate",
    items=(
        "7.2.1-b",
        "7.2.3.1-b",
    ),
    severity="high",
    title=Text(
        "终结 TLS 的监听须引用密钥管理服务中的证书",
        "A listener that ends TLS has a certificate of the key manager",
    ),
    why=Text(
        "没有证书的 TLS 监听无法建立加密通道。",
        "A TLS listener without a certificate opens no encrypted channel.",
    ),
    remedy=Text(
        "设 defaultTlsContainerRef 为密钥管理服务的证书容器。",
        "Set defaultTlsContainerRef to a certificate container of the key manager.",
    ),
    types=(tokens.LOADBALANCER_LISTENER,),
    judge=_judge,
)
