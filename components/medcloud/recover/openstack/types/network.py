"""Networks and what hangs on them (neutron)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, Object, attribute

NAME = {"name": "name"}
ROUTER_PORTS = (
    "network:router_interface",
    "network:router_interface_distributed",
    "network:ha_router_replicated_interface",
)


def on_subnet(inputs: Inputs, port: Object) -> bool:
    """The router's port that an interface by subnet, or by port, made."""
    if port.get("device_owner") not in ROUTER_PORTS:
        return False
    if inputs.get("portId"):
        return bool(port["id"] == inputs["portId"])
    return any(ip.get("subnet_id") == inputs.get("subnetId") for ip in port.get("fixed_ips", []))


def without_default_rules(inputs: Inputs, group: Object) -> bool:
    """The provider deletes the rules that neutron puts into a new group; before that it is half made."""
    return not (inputs.get("deleteDefaultRules") and group.get("security_group_rules"))


def told_apart(inputs: Inputs, _found: Object) -> bool:
    """A floating IP has no name: without one of these, any free one would seem to be ours."""
    return any(inputs.get(name) for name in ("description", "address", "portId"))


def addressed(inputs: Inputs, port: Object) -> bool:
    """Fixed addresses as asked for, where they were."""
    have = {ip.get("ip_address") for ip in attribute(port, "fixed_ips") or []}
    return all(ip["ipAddress"] in have for ip in inputs.get("fixedIps", []) if ip.get("ipAddress"))


TYPES = {
    "networking/network": LookupRule(
        "network", "/networks", "networks", NAME, same={"description": "description"}
    ),
    "networking/subnet": LookupRule(
        "network", "/subnets", "subnets", {"name": "name", "network_id": "networkId"}, same={"cidr": "cidr"}
    ),
    "networking/subnetPool": LookupRule("network", "/subnetpools", "subnetpools", NAME),
    "networking/addressScope": LookupRule("network", "/address-scopes", "address_scopes", NAME),
    "networking/addressGroupV2": LookupRule("network", "/address-groups", "address_groups", NAME),
    "networking/segmentV2": LookupRule(
        "network", "/segments", "segments", {"name": "name", "network_id": "networkId"}
    ),
    "networking/router": LookupRule(
        "network", "/routers", "routers", NAME, same={"description": "description"}
    ),
    "networking/routerInterface": LookupRule(
        "network",
        "/ports",
        "ports",
        {"device_id": "routerId"},
        accept=on_subnet,
        delete="",  # a router's port goes with the router; `detach` takes it off
    ),
    "networking/port": LookupRule(
        "network", "/ports", "ports", {"name": "name", "network_id": "networkId"}, accept=addressed
    ),
    "networking/trunk": LookupRule("network", "/trunks", "trunks", {"name": "name", "port_id": "portId"}),
    "networking/secGroup": LookupRule(
        "network",
        "/security-groups",
        "security_groups",
        NAME,
        same={"description": "description"},
        finished=without_default_rules,
    ),
    "networking/secGroupRule": LookupRule(
        "network",
        "/security-group-rules",
        "security_group_rules",
        {"security_group_id": "securityGroupId", "direction": "direction"},
        exact={
            "ethertype": "ethertype",
            "protocol": "protocol",
            "port_range_min": "portRangeMin",
            "port_range_max": "portRangeMax",
            "remote_ip_prefix": "remoteIpPrefix",
            "remote_group_id": "remoteGroupId",
            "remote_address_group_id": "remoteAddressGroupId",
        },
    ),
    "networking/floatingIp": LookupRule(
        "network",
        "/floatingips",
        "floatingips",
        same={"description": "description", "floating_ip_address": "address", "port_id": "portId"},
        accept=told_apart,
    ),
    "networking/portForwardingV2": LookupRule(
        "network",
        "/floatingips/{floatingipId}/port_forwardings",
        "port_forwardings",
        same={"external_port": "externalPort", "protocol": "protocol"},
    ),
    "networking/rbacPolicyV2": LookupRule(
        "network",
        "/rbac-policies",
        "rbac_policies",
        {"object_id": "objectId", "action": "action", "target_tenant": "targetTenant"},
    ),
    "networking/bgpSpeakerV2": LookupRule("network", "/bgp-speakers", "bgp_speakers", NAME),
    "networking/bgpPeerV2": LookupRule("network", "/bgp-peers", "bgp_peers", NAME),
    # set, not added: the same request again changes nothing
    "networking/floatingIpAssociate": LookupRule(again=True),
    "networking/portSecGroupAssociate": LookupRule(again=True),
    "networking/routerRoute": LookupRule(again=True),
    "networking/routerRoutesV2": LookupRule(again=True),
    "networking/subnetRoute": LookupRule(again=True),
    "networking/quotaV2": LookupRule(again=True),
}
