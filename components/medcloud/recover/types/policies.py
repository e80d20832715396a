"""Quality of service on networks (neutron)."""

from __future__ import annotations

from medcloud.recover.lookup_rule import Row

RULES = "/qos/policies/{qosPolicyId}"
RULE_ID = "{qosPolicyId}/{id}"

POLICIES = {
    "networking/qosPolicy": Row("network", "/qos/policies", "policies", {"name": "name"}),
    "networking/qosBandwidthLimitRule": Row(
        "network",
        f"{RULES}/bandwidth_limit_rules",
        "bandwidth_limit_rules",
        same={"max_kbps": "maxKbps", "direction": "direction"},
        id=RULE_ID,
    ),
    "networking/qosDscpMarkingRule": Row(
        "network",
        f"{RULES}/dscp_marking_rules",
        "dscp_marking_rules",
        same={"dscp_mark": "dscpMark"},
        id=RULE_ID,
    ),
    "networking/qosMinimumBandwidthRule": Row(
        "network",
        f"{RULES}/minimum_bandwidth_rules",
        "minimum_bandwidth_rules",
        same={"min_kbps": "minKbps", "direction": "direction"},
        id=RULE_ID,
    ),
}
