"""Address blocks and network identifiers of the whole region."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from medcloud.model.base import Model
from medcloud.model.prefix import Net, Prefix, Prefix4, Prefix6
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Flag
from medcloud.standard.decides import decides
from medcloud.text import Text

VNI_LAST = (1 << 24) - 1  # a VNI has 24 bits and 0 is none (RFC 7348)

PRIVATE = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
"""What ``intranet`` means where the region file does not say."""

# What the address scheme of docs/plan.md asks of a block; medcloud.plan.network.scheme cuts it by these.
CENTRE_BITS = 4
CENTRES = 1 << CENTRE_BITS
LONGEST_CENTRE = {4: 24, 6: 60}
LONGEST_BLOCK = {version: length - CENTRE_BITS for version, length in LONGEST_CENTRE.items()}


@decides("6.1.3-d")
def _vni(value: int) -> int:
    if 0 < value <= VNI_LAST:
        return value
    raise refuse(
        Text(f"VNI {value} 超出范围", f"VNI {value} is out of range"),
        Text(f"写 1 至 {VNI_LAST} 之间的数", f"write a number from 1 to {VNI_LAST}"),
        item="6.1.3-d",
        instead=1 if value < 1 else VNI_LAST,
    )


Vni = Annotated[
    Annotated[int, Field(strict=True)],
    AfterValidator(_vni),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": VNI_LAST, "x-item": "6.1.3-d"}),
]


class VniRange(Model):
    """VXLAN network identifiers that the region may use (6.1.3-d)."""

    first: Vni = 5000
    last: Vni = 5999
    segments: Flag = True
    """Whether it is set on the cloud's networks too (needs an administrator), not only on the fabric."""


class Networks(Model):
    """The blocks that every prefix of the region is cut from."""

    ipv4: Prefix4 = IPv4Network("10.64.0.0/12")
    ipv6: Prefix6 = IPv6Network("fd14:2025::/32")
    """IPv6 goes beside IPv4 everywhere (B.1-c)."""
    vni: VniRange = VniRange()
    reserved: tuple[Prefix, ...] = ()
    """Prefixes in use elsewhere, such as a hospital's own; the region stays clear of them."""
    intranet: Annotated[tuple[Prefix, ...], Field(min_length=1)] | None = None
    """Who the caller ``intranet`` is where a tenant has no LAN of its own; the region stays clear of these
    too. Default: what is reserved, else every private address."""

    @property
    def staff(self) -> tuple[Net, ...]:
        """Who ``intranet`` is: what is said of it, else what is reserved, else every private address."""
        return self.intranet or self.reserved or PRIVATE

    @property
    def elsewhere(self) -> tuple[Net, ...]:
        """What the region stays clear of."""
        return (*self.reserved, *(self.intranet or ()))
