"""Quality of service on networks (neutron)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import LookupRule

RULES = "/qos/policies/{qosPolicyId}"
RULE_ID = "{qosPolicyId}/{id}"

TYPES = {
    "networking/qosPolicy": LookupRule("network", "/qos/policies", "policies", {"name": "name"}),
    "networking/qosBandwidthLimitRule": LookupRule(
        "network",
        f"{RULES}/bandwidth_limit_rules",
        "bandwidth_limit_rules",
        same={"max_kbps": "maxKbps", "direction": "direction"},
        id=RULE_ID,
    ),
    "networking/qosDscpMarkingRule": LookupRule(
        "network",
        f"{RULES}/dscp_marking_rules",
        "dscp_marking_rules",
        same={"dscp_mark": "dscpMark"},
        id=RULE_ID,
    ),
    "networking/qosMinimumBandwidthRule": LookupRule(
        "network",
        f"{RULES}/minimum_bandwidth_rules",
        "minimum_bandwidth_rules",
        same={"min_kbps": "minKbps", "direction": "direction"},
        id=RULE_ID,
    ),
}
