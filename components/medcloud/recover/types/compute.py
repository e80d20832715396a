"""Servers and what they need (nova)."""

from __future__ import annotations

from medcloud.recover.lookup_rule import Inputs, Object, Row


def has_known_key(inputs: Inputs, _pair: Object) -> bool:
    """Nova shows a private key that it made itself once only; such a pair is of no use to anyone."""
    return bool(inputs.get("publicKey"))


COMPUTE = {
    "compute/instance": Row(
        "compute",
        "/servers/detail",
        "servers",
        {"name": "name"},
        pattern=True,
        same={"name": "name", "metadata": "metadata"},
        settling=("BUILD", "DELETED", "SOFT_DELETED"),
        delete="/servers/{id}",
    ),
    "compute/serverGroup": Row("compute", "/os-server-groups", "server_groups", same={"name": "name"}),
    "compute/keypair": Row(
        "compute",
        "/os-keypairs",
        "keypairs",
        same={"name": "name"},
        unwrap="keypair",
        id="{name}",
        own="name",
        finished=has_known_key,
    ),
    "compute/flavor": Row(
        "compute",
        "/flavors/detail",
        "flavors",
        fixed={"is_public": "None"},
        same={"name": "name", "ram": "ram", "vcpus": "vcpus"},
        delete="/flavors/{id}",
    ),
    "compute/flavorAccess": Row(
        "compute",
        "/flavors/{flavorId}/os-flavor-access",
        "flavor_access",
        same={"tenant_id": "tenantId"},
        id="{flavorId}/{tenantId}",
        own="tenant_id",
        delete="",
    ),
    "compute/aggregateV2": Row("compute", "/os-aggregates", "aggregates", same={"name": "name"}),
    "compute/volumeAttach": Row(
        "compute",
        "/servers/{instanceId}/os-volume_attachments",
        "volumeAttachments",
        same={"volumeId": "volumeId"},
        id="{instanceId}/{id}",
    ),
    "compute/interfaceAttach": Row(
        "compute",
        "/servers/{instanceId}/os-interface",
        "interfaceAttachments",
        same={"port_id": "portId", "net_id": "networkId"},
        id="{instanceId}/{port_id}",
        own="port_id",
        status="port_state",
    ),
    "compute/quotaSetV2": Row(again=True),
}
