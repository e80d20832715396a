"""A flavor says which of the approved instruction sets it runs on."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_ISAS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.isa import of_flavor


def _judge(r: Resource) -> Iterator[str]:
    isas = list(of_flavor(r))
    if not isas:
        yield "no trait:CUSTOM_ISA_*=required and no medcloud-isa in extraSpecs"
    for isa in isas:
        if isa not in r.settings.get(APPROVED_ISAS):
            yield f"instruction set {isa}"


RULE = Rule(
    id="flavor-isa",
    items=(
        "7.1.1.2-a",
        "7.5.1-c",
        "7.3.1.1-a",
        "6.1.1-a",
        "A.1-a",
    ),
    severity="high",
    title=Text("规格须指明获准的指令集", "A flavor names an approved instruction set"),
    why=Text(
        "不指明指令集时，调度器会把国产系统镜像放到任意芯片上。",
        "Without it the scheduler puts a domestic system's image onto whatever chip is free.",
    ),
    remedy=Text(
        "在 extraSpecs 写 trait:CUSTOM_ISA_ARM64=required（或 C86、LOONGARCH64、X86_64）。",
        "Write trait:CUSTOM_ISA_ARM64=required (or C86, LOONGARCH64, X86_64) into extraSpecs.",
    ),
    types=(tokens.COMPUTE_FLAVOR,),
    judge=_judge,
    settings=(APPROVED_ISAS,),
)
