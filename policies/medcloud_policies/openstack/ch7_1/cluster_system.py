"""A cluster is Kubernetes on an approved operating system, and its template is its project's own."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_SYSTEMS
from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str | Violation]:
    template = r.type.endswith(":ClusterTemplate")
    if template and r.word("coe") != "kubernetes":
        yield Violation(r, f"coe {r.text('coe')}", ("6.2.2-a", "7.3.1.1-b"))
    if template and r.flag("public", default=False):
        yield Violation(r, "public true", ("6.2.2-a",))
    image = r.text("image" if template else "imageId")
    if image and not r.settings.matches(APPROVED_SYSTEMS, image):
        yield Violation(r, f"image {image}", ("7.1.2.1-a",))


RULE = Rule(
    id="cluster-system",
    items=(
        "6.2.2-a",
        "7.1.2.1-a",
        "7.3.1.1-b",
    ),
    severity="high",
    title=Text(
        "容器集群须为 Kubernetes 且运行于获准系统",
        "A cluster is Kubernetes on an approved system",
    ),
    why=Text(
        "容器平台与其节点系统同样须自主可控。",
        "The container platform and its nodes' system must be under domestic control too.",
    ),
    remedy=Text(
        "coe 用 kubernetes，image 用获准系统，去掉 public: true。",
        "Use coe kubernetes, an approved system's image, and no public: true.",
    ),
    types=(
        tokens.CONTAINERINFRA_CLUSTER_TEMPLATE,
        tokens.CONTAINERINFRA_NODE_GROUP,
    ),
    judge=_judge,
    settings=(APPROVED_SYSTEMS,),
)
