"""OpenStack, as its Pulumi provider names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from medcloud.standard import conventions
from medcloud_policies.core.providers import Provider
from medcloud_policies.openstack.tokens import DEPRECATED


def _carriers(props: Mapping[str, Any]) -> Mapping[str, Any]:
    """Metadata, tags or, where a type has neither, its description."""
    return {name: props[name] for name in conventions.CARRIERS if name in props}


PROVIDER = Provider(packages=("openstack",), carriers=_carriers, aliases=DEPRECATED)
