"""A flavor is for hosts of several generations, not for those of the one that has a feature of processors."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_FEATURE, _BASELINE = "trait:hw_cpu_", "trait:custom_cpu_"


def _judge(r: Resource) -> Iterator[str]:
    asked = [key for key, value in r.node("extraSpecs").items() if value.casefold() == "required"]
    if not any(key.casefold().startswith(_BASELINE) for key in asked):
        yield from (key for key in asked if key.casefold().startswith(_FEATURE))


RULE = Rule(
    id="flavor-generation",
    items=("7.5.1-b",),
    severity="low",
    title=Text(
        "规格须可用于多代处理器，或指明各代共有的基线",
        "A flavor is for several generations of processors, or names a baseline common to them",
    ),
    why=Text(
        "只要求某一代处理器的特性，云主机便不能热迁移到别代主机，升级须停机。",
        "What asks for a feature of one generation cannot move live to hosts of another: upgrades stop it.",
    ),
    remedy=Text(
        "把各代主机的 cpu_models 设为共同基线，给其资源提供者 CUSTOM_CPU_<基线>，"
        "并在 extraSpecs 写 trait:CUSTOM_CPU_<基线>: required；或删去 trait:HW_CPU_*。",
        "Set cpu_models of all generations to a common baseline, give their resource providers "
        "CUSTOM_CPU_<baseline>, and write trait:CUSTOM_CPU_<baseline>: required into extraSpecs; "
        "or leave trait:HW_CPU_* out.",
    ),
    types=(tokens.COMPUTE_FLAVOR,),
    judge=_judge,
)
