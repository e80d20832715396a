"""Secrets and certificate containers (barbican)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, Object


def has_payload(inputs: Inputs, secret: Object) -> bool:
    """The provider makes an empty secret first and puts the payload in afterwards."""
    return bool(secret.get("content_types")) or not inputs.get("payload")


TYPES = {
    "keymanager/secretV1": LookupRule(
        "key_manager",
        "/secrets",
        "secrets",
        {"name": "name"},
        same={"name": "name"},
        own="secret_ref",
        settling=("PENDING",),
        finished=has_payload,
    ),
    "keymanager/containerV1": LookupRule(
        "key_manager",
        "/containers",
        "containers",
        {"name": "name"},
        same={"name": "name", "type": "type"},
        own="container_ref",
        settling=("PENDING",),
    ),
}
