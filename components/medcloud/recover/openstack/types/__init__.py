"""Every type that can be looked up, by its token. A type that is not here is reported, never guessed at."""

from __future__ import annotations

from collections.abc import Mapping

from medcloud.recover.openstack.lookup_rule import LookupRule
from medcloud.recover.openstack.types.balancer import BALANCER
from medcloud.recover.openstack.types.compute import COMPUTE
from medcloud.recover.openstack.types.identity import IDENTITY
from medcloud.recover.openstack.types.keys import KEYS
from medcloud.recover.openstack.types.names import NAMES
from medcloud.recover.openstack.types.network import NETWORK
from medcloud.recover.openstack.types.perimeter import PERIMETER
from medcloud.recover.openstack.types.policies import POLICIES
from medcloud.recover.openstack.types.storage import ENCRYPTION, STORAGE


def token(module: str) -> str:
    """The token of a module's resource, e.g. ``openstack:networking/network:Network``."""
    name = module.rsplit("/", 1)[-1]
    return f"openstack:{module}:{name[0].upper()}{name[1:]}"


TYPES: Mapping[str, LookupRule] = {
    token(module): row
    for table in (NETWORK, POLICIES, PERIMETER, COMPUTE, STORAGE, BALANCER, KEYS, NAMES, IDENTITY)
    for module, row in table.items()
} | {"pulumi-python:dynamic/medcloud:VolumeTypeEncryption": ENCRYPTION}
"""Token to row."""

__all__ = ["TYPES", "token"]
