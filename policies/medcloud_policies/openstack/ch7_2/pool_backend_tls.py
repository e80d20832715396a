"""The way from the load balancer to its members is encrypted too."""

from collections.abc import Iterator

from medcloud_policies.core.facts import tls_allows
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("protocol") == "https":
        return
    if not r.flag("tlsEnabled", default=False):
        yield f"protocol {r.text('protocol')} without tlsEnabled"
        return
    if not r.count("tlsVersions"):
        yield "tlsVersions not set"
    for version in r.texts("tlsVersions"):
        if not tls_allows(version):
            yield f"tlsVersions has {version}"


RULE = Rule(
    id="pool-backend-tls",
    items=(
        "7.2.1-b",
        "B.2-a",
    ),
    severity="high",
    title=Text("负载均衡到后端的流量须加密", "Traffic from the load balancer to its members is encrypted"),
    why=Text(
        "在均衡器处解密后以明文转发，内网即可窃听。",
        "Decrypted at the balancer and sent on in clear, it can be read inside.",
    ),
    remedy=Text(
        "设 tlsEnabled: true 且 tlsVersions: [TLSv1.3]，或用 protocol HTTPS 透传。",
        "Set tlsEnabled: true and tlsVersions: [TLSv1.3], or pass through with protocol HTTPS.",
    ),
    types=(tokens.LOADBALANCER_POOL,),
    judge=_judge,
)
