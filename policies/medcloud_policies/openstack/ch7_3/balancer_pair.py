"""A load balancer's flavor runs two machines, one ready for the other."""

import json
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("providerName") not in ("amphora", "octavia", "amphorav2"):
        return
    try:
        data = json.loads(r.text("flavorData"))
    except (ValueError, RecursionError):
        yield "flavorData is not JSON"
        return
    topology = data.get("loadbalancer_topology") if isinstance(data, dict) else None
    if not isinstance(topology, str) or topology.upper() != "ACTIVE_STANDBY":
        yield "loadbalancer_topology is not ACTIVE_STANDBY"


RULE = Rule(
    id="balancer-pair",
    items=(
        "7.3.2.3-a",
        "7.3.1.3-b",
    ),
    severity="high",
    title=Text("负载均衡规格须为主备", "A load balancer's flavor runs a pair"),
    why=Text("单台均衡器自身就是单点。", "A single balancer is itself the single point of failure."),
    remedy=Text(
        "flavorData 写 loadbalancer_topology: ACTIVE_STANDBY。",
        "Write loadbalancer_topology: ACTIVE_STANDBY into flavorData.",
    ),
    types=(tokens.LOADBALANCER_FLAVORPROFILE_V2,),
    judge=_judge,
)
