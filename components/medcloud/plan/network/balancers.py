"""Load balancers: TLS 1.3 and nothing older (7.2.1-b, 7.3.1.3)."""

from __future__ import annotations

from medcloud.model.port import Served
from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import workload_name
from medcloud.plan.network import BalancerPlan, ListenerPlan, Version
from medcloud.plan.network.flows import Calls
from medcloud.standard.decides import decides


@decides("7.2.1-b", "6.2.1-c")
def balancer(ground: Ground, calls: Calls, placement: Placement) -> BalancerPlan | None:
    """The balancer of a workload in one centre: where it has several instances or faces the public.

    It speaks TLS 1.3 alone where it ends TLS (7.2.1-b). A new connection goes where the fewest are, and an
    instance that does not answer gets none (6.2.1-c).
    """
    if not placement.balanced:
        return None
    region, found = ground.region, ground.region.workloads[placement.workload]
    v4, v6 = ground.vip(placement)
    served = (port for port in found.served if port.front != "none")
    first, *more = (_listener(calls, placement, port, ground.vip_versions(placement)) for port in served)
    return BalancerPlan(
        name=workload_name(region, placement.centre, placement.workload, "lb"),
        v4=v4,
        port=first.port,
        member_port=first.member_port,
        tls_versions=("TLSv1.3",),
        algorithm="LEAST_CONNECTIONS",
        monitor_path=first.monitor_path,
        certificate=found.certificate.existing if found.certificate else None,
        floating=found.exposure == "public" and region.centres[placement.centre].external is not None,
        v6=v6,
        allowed_cidrs=first.allowed_cidrs,
        protocol=first.protocol,
        more=tuple(more),
    )


def _listener(
    calls: Calls, placement: Placement, port: Served, versions: tuple[Version, ...]
) -> ListenerPlan:
    flows = [f for f in calls.into[placement.workload] if f.port == port.port and not f.among_members]
    callers = (calls.callers(flow, placement.centre, version) for version in versions for flow in flows)
    return ListenerPlan(
        name=port.name,
        protocol=port.front,
        port=port.port,
        member_port=port.port,
        monitor_path=port.health,
        allowed_cidrs=tuple(dict.fromkeys(cidr for sources in callers for cidr in sources)),
    )
