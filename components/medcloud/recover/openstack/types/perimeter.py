"""Perimeter firewalls and site links (neutron's fwaas and vpnaas)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import LookupRule

NAME = {"name": "name"}
PENDING = ("PENDING_CREATE", "PENDING_UPDATE", "PENDING_DELETE")

TYPES = {
    "firewall/ruleV2": LookupRule("network", "/fwaas/firewall_rules", "firewall_rules", NAME),
    "firewall/policyV2": LookupRule("network", "/fwaas/firewall_policies", "firewall_policies", NAME),
    "firewall/groupV2": LookupRule(
        "network", "/fwaas/firewall_groups", "firewall_groups", NAME, settling=PENDING
    ),
    "vpnaas/ikePolicy": LookupRule("network", "/vpn/ikepolicies", "ikepolicies", NAME),
    "vpnaas/ipSecPolicy": LookupRule("network", "/vpn/ipsecpolicies", "ipsecpolicies", NAME),
    "vpnaas/endpointGroup": LookupRule("network", "/vpn/endpoint-groups", "endpoint_groups", NAME),
    "vpnaas/service": LookupRule(
        "network", "/vpn/vpnservices", "vpnservices", NAME, same={"router_id": "routerId"}, failed=()
    ),
    "vpnaas/siteConnection": LookupRule(
        "network",
        "/vpn/ipsec-site-connections",
        "ipsec_site_connections",
        NAME,
        same={"vpnservice_id": "vpnserviceId"},
        failed=(),  # ERROR is also what a peer that is not there yet gives
    ),
}
