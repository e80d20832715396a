"""Address blocks and network identifiers of the whole region."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network

from .base import Model
from .text import Flag, Whole


class VniRange(Model):
    """VXLAN network identifiers that the region may use (6.1.3-d)."""

    first: Whole = 5000
    last: Whole = 5999
    segments: Flag = True
    """Whether it is set on the cloud's networks too (needs an administrator), not only on the fabric."""


class Networks(Model):
    """The blocks that every prefix of the region is cut from."""

    ipv4: IPv4Network = IPv4Network("10.64.0.0/12")
    ipv6: IPv6Network = IPv6Network("fd14:2025::/32")
    vni: VniRange = VniRange()
    reserved: tuple[IPv4Network | IPv6Network, ...] = ()
    """Prefixes in use elsewhere, such as a hospital's own; the region stays clear of them."""
