"""A cluster's nodes have no public addresses."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    inherited = r.type.endswith(":Cluster") and not r.has("floatingIpEnabled")
    if not inherited and r.flag("floatingIpEnabled", default=True):
        yield "floatingIpEnabled is not false"


RULE = Rule(
    id="cluster-no-floating",
    items=(
        "7.2.2-a",
        "6.2.2-c",
    ),
    severity="high",
    title=Text("容器集群节点不得有公网地址", "A cluster's nodes have no public addresses"),
    why=Text(
        "不写时云平台给每个节点分配浮动地址。",
        "Left out, the cloud gives each node a floating address.",
    ),
    remedy=Text("设 floatingIpEnabled: false。", "Set floatingIpEnabled: false."),
    types=(
        tokens.CONTAINERINFRA_CLUSTER_TEMPLATE,
        tokens.CONTAINERINFRA_CLUSTER,
    ),
    judge=_judge,
)
