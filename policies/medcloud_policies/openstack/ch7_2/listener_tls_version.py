"""A TLS listener accepts TLS 1.3 and nothing older."""

from collections.abc import Iterator

from medcloud_policies.core.facts import tls_allows
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("protocol") != "terminated_https":
        return
    if not r.count("tlsVersions"):
        yield "tlsVersions not set"
    for version in r.texts("tlsVersions"):
        if not tls_allows(version):
            yield f"tlsVersions has {version}"


RULE = Rule(
    id="listener-tls-version",
    items=(
        "7.2.1-b",
        "B.2-a",
    ),
    severity="high",
    title=Text("监听只接受 TLS 1.3 及以上", "Listeners accept TLS 1.3 and above only"),
    why=Text(
        "旧版 TLS 可被降级攻击；留空时云平台仍接受 TLS 1.2。",
        "Older TLS can be downgraded and broken; left out, the cloud still accepts TLS 1.2.",
    ),
    remedy=Text("设 tlsVersions: [TLSv1.3]。", "Set tlsVersions: [TLSv1.3]."),
    types=(tokens.LOADBALANCER_LISTENER,),
    judge=_judge,
)
