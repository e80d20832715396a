"""A listener speaks TLS."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_ENCRYPTED = ("terminated_https", "https")


def _judge(r: Resource) -> Iterator[str]:
    if r.word("protocol") not in _ENCRYPTED:
        yield f"protocol {r.text('protocol')}, port {r.text('protocolPort')}"


RULE = Rule(
    id="listener-plaintext",
    items=(
        "7.2.1-b",
        "B.2-a",
    ),
    severity="critical",
    title=Text("负载均衡监听须加密", "Listeners are encrypted"),
    why=Text(
        "明文监听使口令与病历在网络上可读。",
        "On a plaintext listener passwords and records can be read on the wire.",
    ),
    remedy=Text(
        "将 protocol 设为 TERMINATED_HTTPS（或透传 HTTPS）。",
        "Set protocol to TERMINATED_HTTPS (or HTTPS, passed through).",
    ),
    types=(tokens.LOADBALANCER_LISTENER,),
    judge=_judge,
)
