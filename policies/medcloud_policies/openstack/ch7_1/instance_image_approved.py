"""A server that names its image names one whose operating system is approved."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_SYSTEMS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    name = r.text("imageName")
    if name and not r.settings.matches(APPROVED_SYSTEMS, name):
        yield f"imageName {name}"


RULE = Rule(
    id="instance-image-approved",
    items=(
        "7.1.2.1-a",
        "6.5-c",
    ),
    severity="high",
    title=Text("云主机镜像须为获准系统", "A server's image is of an approved system"),
    why=Text("主机层只认国产操作系统。", "On the host only domestic operating systems are accepted."),
    remedy=Text(
        "改用获准系统的 imageName，或把名称加入 approvedSystems。",
        "Use an imageName of an approved system, or add its name to approvedSystems.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
    settings=(APPROVED_SYSTEMS,),
)
