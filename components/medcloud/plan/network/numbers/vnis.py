"""VXLAN network identifiers, one a network, unique in the region (6.1.3-d)."""

from __future__ import annotations

from medcloud.plan.lock.scope import Numbers
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.refused import PlanRefused
from medcloud.standard.decides import decides
from medcloud.text import Text


@decides("6.1.3-d")
def serve_vnis(demand: Demand, numbers: Numbers, serial: int) -> None:
    """Numbers every network; PlanRefused when the range is used up or no longer holds what stands."""
    numbers.free(set(demand.networks), serial)
    for key, vni in numbers.held.items():
        if not numbers.first <= vni < numbers.limit:
            raise PlanRefused(
                "networks.vni",
                Text(
                    f"{key} 已使用 VNI {vni}，不在 {numbers.first}-{numbers.limit - 1} 之内",
                    f"{key} stands on VNI {vni}, which {numbers.first}-{numbers.limit - 1} leaves out",
                ),
                Text("让范围包含它", "let the range include it"),
                item="6.1.3-d",
            )
    for key in demand.networks:
        if key not in numbers.held and not (numbers.fresh(key) or numbers.rested(key)):
            raise PlanRefused(
                "networks.vni",
                Text(
                    f"{numbers.limit - numbers.first} 个 VNI 已用尽，{key} 无号可用",
                    f"all {numbers.limit - numbers.first} VNIs are in use; none is left for {key}",
                ),
                Text("调大 networks.vni.last", "raise networks.vni.last"),
                item="6.1.3-d",
            )
