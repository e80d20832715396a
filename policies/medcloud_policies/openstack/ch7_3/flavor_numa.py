"""A large flavor keeps its processors and memory on NUMA nodes of its own."""

from collections.abc import Iterator

from medcloud.standard.words import LARGE_VCPUS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if (r.number("vcpus") or 0) < LARGE_VCPUS:
        return
    specs = r.node("extraSpecs")
    if not specs.has("hw:numa_nodes"):
        yield "no hw:numa_nodes"
    if specs.word("hw:cpu_policy") not in ("dedicated", "mixed"):
        yield f"hw:cpu_policy {specs.text('hw:cpu_policy') or '-'}"


RULE = Rule(
    id="flavor-numa",
    items=("7.3.1.2-a",),
    severity="medium",
    title=Text("大规格须声明 NUMA 与 CPU 绑定", "A large flavor states NUMA and CPU policy"),
    why=Text(
        "跨节点访问内存会使核心业务慢且忽快忽慢。",
        "Memory on another node makes a core system slow, and by fits and starts.",
    ),
    remedy=Text(
        "在 extraSpecs 写 hw:numa_nodes 与 hw:cpu_policy: dedicated。",
        "Write hw:numa_nodes and hw:cpu_policy: dedicated into extraSpecs.",
    ),
    types=(tokens.COMPUTE_FLAVOR,),
    judge=_judge,
)
