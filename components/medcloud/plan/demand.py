"""What a region needs numbers for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network


@dataclass(frozen=True)
class Demand:
    """Keys in the order in which they are served, and the limits of the numbers."""

    ipv4: IPv4Network
    ipv6: IPv6Network
    vni_first: int
    vni_last: int
    centres: tuple[str, ...]
    networks: tuple[str, ...]
    """``centre/tenant/domain``."""
    vips: tuple[str, ...]
    """``centre/tenant/domain/workload``."""
    instances: tuple[str, ...]
    """``centre/tenant/domain/workload/n``."""
    overrides: Mapping[str, IPv4Network | IPv6Network] = field(default_factory=dict)
    """``centre/4`` or ``centre/6`` to the prefix that the region file gives a centre."""
    existing: Mapping[str, tuple[IPv4Network, IPv6Network | None]] = field(default_factory=dict)
    """Networks that exist, with their prefixes; one may have no IPv6."""
    reserved: tuple[IPv4Network | IPv6Network, ...] = ()
    """Prefixes to stay clear of."""
