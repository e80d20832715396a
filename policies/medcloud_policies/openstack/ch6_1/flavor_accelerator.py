"""A flavor with accelerators says how many, and keeps them near its processors."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_ALIASES = "pci_passthrough:alias"
_PAIR = re.compile(r"[\w.-]+:[1-9]\d*")
_NEAR = ("required", "preferred", "socket")


def _judge(r: Resource) -> Iterator[str]:
    specs = r.node("extraSpecs")
    asked = specs.text(_ALIASES)
    if not asked:
        return
    for pair in asked.split(","):
        if not _PAIR.fullmatch(pair.strip()):
            yield f"{_ALIASES} {pair.strip() or '-'}"
    near = specs.word("hw:pci_numa_affinity_policy")
    if near not in _NEAR:
        yield f"hw:pci_numa_affinity_policy {near or '-'}"
    if specs.word("hw:cpu_policy") not in ("dedicated", "mixed"):
        yield f"hw:cpu_policy {specs.text('hw:cpu_policy') or '-'}"


RULE = Rule(
    id="flavor-accelerator",
    items=("6.1.1-b",),
    severity="medium",
    title=Text(
        "带加速卡的规格须写明块数并与处理器同近",
        "A flavor with accelerators says how many, near its processors",
    ),
    why=Text(
        "卡在另一 NUMA 节点或与别人争处理器，GPU 便等不到数据。",
        "On another NUMA node, or with processors that others use too, a GPU waits for its data.",
    ),
    remedy=Text(
        "在 extraSpecs 写 pci_passthrough:alias: 名称:块数、hw:pci_numa_affinity_policy: preferred、"
        "hw:cpu_policy: dedicated。",
        "Write pci_passthrough:alias: name:count, hw:pci_numa_affinity_policy: preferred and "
        "hw:cpu_policy: dedicated into extraSpecs.",
    ),
    types=(tokens.COMPUTE_FLAVOR,),
    judge=_judge,
)
