"""Perimeter firewalls and site links (neutron's fwaas and vpnaas)."""

from __future__ import annotations

from medcloud.recover.lookup_rule import Row

NAME = {"name": "name"}
PENDING = ("PENDING_CREATE", "PENDING_UPDATE", "PENDING_DELETE")

PERIMETER = {
    "firewall/ruleV2": Row("network", "/fwaas/firewall_rules", "firewall_rules", NAME),
    "firewall/policyV2": Row("network", "/fwaas/firewall_policies", "firewall_policies", NAME),
    "firewall/groupV2": Row("network", "/fwaas/firewall_groups", "firewall_groups", NAME, settling=PENDING),
    "vpnaas/ikePolicy": Row("network", "/vpn/ikepolicies", "ikepolicies", NAME),
    "vpnaas/ipSecPolicy": Row("network", "/vpn/ipsecpolicies", "ipsecpolicies", NAME),
    "vpnaas/endpointGroup": Row("network", "/vpn/endpoint-groups", "endpoint_groups", NAME),
    "vpnaas/service": Row(
        "network", "/vpn/vpnservices", "vpnservices", NAME, same={"router_id": "routerId"}, failed=()
    ),
    "vpnaas/siteConnection": Row(
        "network",
        "/vpn/ipsec-site-connections",
        "ipsec_site_connections",
        NAME,
        same={"vpnservice_id": "vpnserviceId"},
        failed=(),  # ERROR is also what a peer that is not there yet gives
    ),
}
