"""An image says which approved instruction set it is for."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_ISAS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.isa import of_image


def _judge(r: Resource) -> Iterator[str]:
    isa = of_image(r)
    if isa not in r.settings.get(APPROVED_ISAS):
        yield f"hw_architecture {isa or '-'}"


RULE = Rule(
    id="image-architecture",
    items=(
        "7.5.1-c",
        "7.1.1.2-a",
        "7.1.1.4-c",
        "6.2.1-a",
    ),
    severity="high",
    title=Text("镜像须指明获准的指令集", "An image names an approved instruction set"),
    why=Text(
        "架构不明的镜像会被调度到不能运行的芯片上。",
        "An image of unknown architecture is scheduled onto chips that cannot run it.",
    ),
    remedy=Text(
        "在 properties 写 hw_architecture（如 aarch64、x86_64、loongarch64）。",
        "Write hw_architecture (aarch64, x86_64, loongarch64) into properties.",
    ),
    types=(tokens.IMAGES_IMAGE,),
    judge=_judge,
    settings=(APPROVED_ISAS,),
)
