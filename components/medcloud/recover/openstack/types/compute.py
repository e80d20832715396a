"""Servers and what they need (nova)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, Object


def has_known_key(inputs: Inputs, _pair: Object) -> bool:
    """Nova shows a private key that it made itself once only; such a pair is of no use to anyone."""
    return bool(inputs.get("publicKey"))


TYPES = {
    "compute/instance": LookupRule(
        "compute",
        "/servers/detail",
        "servers",
        {"name": "name"},
        pattern=True,
        same={"name": "name", "metadata": "metadata"},
        settling=("BUILD", "DELETED", "SOFT_DELETED"),
        delete="/servers/{id}",
    ),
    "compute/serverGroup": LookupRule("compute", "/os-server-groups", "server_groups", same={"name": "name"}),
    "compute/keypair": LookupRule(
        "compute",
        "/os-keypairs",
        "keypairs",
        same={"name": "name"},
        unwrap="keypair",
        id="{name}",
        own="name",
        finished=has_known_key,
    ),
    "compute/flavor": LookupRule(
        "compute",
        "/flavors/detail",
        "flavors",
        fixed={"is_public": "None"},
        same={"name": "name", "ram": "ram", "vcpus": "vcpus"},
        delete="/flavors/{id}",
    ),
    "compute/flavorAccess": LookupRule(
        "compute",
        "/flavors/{flavorId}/os-flavor-access",
        "flavor_access",
        same={"tenant_id": "tenantId"},
        id="{flavorId}/{tenantId}",
        own="tenant_id",
        delete="",
    ),
    "compute/aggregateV2": LookupRule("compute", "/os-aggregates", "aggregates", same={"name": "name"}),
    "compute/volumeAttach": LookupRule(
        "compute",
        "/servers/{instanceId}/os-volume_attachments",
        "volumeAttachments",
        same={"volumeId": "volumeId"},
        id="{instanceId}/{id}",
    ),
    "compute/interfaceAttach": LookupRule(
        "compute",
        "/servers/{instanceId}/os-interface",
        "interfaceAttachments",
        same={"port_id": "portId", "net_id": "networkId"},
        id="{instanceId}/{port_id}",
        own="port_id",
        status="port_state",
    ),
    "compute/quotaSetV2": LookupRule(again=True),
}
