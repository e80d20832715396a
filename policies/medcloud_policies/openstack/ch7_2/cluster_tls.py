"""A container cluster speaks TLS, and pulls from registries that do."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("tlsDisabled", default=False):
        yield "tlsDisabled true"
    if r.has("insecureRegistry"):
        yield "insecureRegistry set"


RULE = Rule(
    id="cluster-tls",
    items=(
        "7.2.1-b",
        "6.2.2-c",
    ),
    severity="critical",
    title=Text("容器集群及镜像仓库须启用 TLS", "A container cluster and its registry use TLS"),
    why=Text(
        "关掉 TLS 的集群接口，谁都能接管全部容器。",
        "With the cluster's TLS off anybody takes over all containers.",
    ),
    remedy=Text(
        "去掉 tlsDisabled: true 与 insecureRegistry。",
        "Take tlsDisabled: true and insecureRegistry out.",
    ),
    types=(tokens.CONTAINERINFRA_CLUSTER_TEMPLATE,),
    judge=_judge,
)
