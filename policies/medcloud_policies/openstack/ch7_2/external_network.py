"""A network that leads outside says that it is meant to."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import exposure, tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("external", default=False) and not exposure.is_public(r):
        yield "external true"


RULE = Rule(
    id="external-network",
    items=(
        "7.2.2-a",
        "6.5-b",
    ),
    severity="high",
    title=Text("外部网络须标注为对外安全域", "An external network is labelled as one"),
    why=Text(
        "误设 external 的业务网络会被其他项目接上路由器。",
        "A business network set external by mistake can be reached by any project's router.",
    ),
    remedy=Text(
        "业务网络去掉 external；真正的外部网络标注 medcloud-domain=dmz。",
        "Take external out; label a real external network medcloud-domain=dmz.",
    ),
    types=(tokens.NETWORKING_NETWORK,),
    judge=_judge,
    settings=(PUBLIC_DOMAINS,),
)
