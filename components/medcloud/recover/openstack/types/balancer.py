"""Load balancers and their parts (octavia)."""

from __future__ import annotations

from dataclasses import replace

from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, Object


def never(_inputs: Inputs, _rule: Object) -> bool:
    """The provider learns a rule's listener only while creating it, and cannot delete it without."""
    return False


LISTED = LookupRule(
    "load_balancer",
    query={"name": "name"},
    status="provisioning_status",
    settling=("PENDING_CREATE", "PENDING_UPDATE", "PENDING_DELETE"),
)

TYPES = {
    "loadbalancer/loadBalancer": replace(
        LISTED, path="/lbaas/loadbalancers", key="loadbalancers", delete="{path}/{id}?cascade=true"
    ),
    "loadbalancer/listener": replace(
        LISTED, path="/lbaas/listeners", key="listeners", same={"loadbalancers.0.id": "loadbalancerId"}
    ),
    "loadbalancer/pool": replace(
        LISTED,
        path="/lbaas/pools",
        key="pools",
        same={"listeners.0.id": "listenerId", "loadbalancers.0.id": "loadbalancerId"},
    ),
    "loadbalancer/member": replace(
        LISTED,
        path="/lbaas/pools/{poolId}/members",
        key="members",
        same={"address": "address", "protocol_port": "protocolPort"},
    ),
    "loadbalancer/monitor": replace(
        LISTED, path="/lbaas/healthmonitors", key="healthmonitors", same={"pools.0.id": "poolId"}
    ),
    "loadbalancer/l7PolicyV2": replace(
        LISTED, path="/lbaas/l7policies", key="l7policies", same={"listener_id": "listenerId"}
    ),
    "loadbalancer/l7RuleV2": replace(
        LISTED,
        path="/lbaas/l7policies/{l7policyId}/rules",
        key="rules",
        query={},
        same={"type": "type", "compare_type": "compareType", "value": "value", "key": "key"},
        finished=never,
    ),
    "loadbalancer/flavorV2": replace(LISTED, path="/lbaas/flavors", key="flavors"),
    "loadbalancer/flavorprofileV2": replace(LISTED, path="/lbaas/flavorprofiles", key="flavorprofiles"),
    # set, not added
    "loadbalancer/members": LookupRule(again=True),
    "loadbalancer/quota": LookupRule(again=True),
}
