"""What the region is called and who answers for it."""

from __future__ import annotations

from medcloud.model.base import Model
from medcloud.model.existing import Existing
from medcloud.model.scalars import DnsName, Flag, Id, Name


class About(Model):
    """The region itself."""

    id: Id
    """Short identifier; it begins the name of everything that is made."""
    name: Name
    """Display name, in any script."""
    owner: Id
    """Who answers for the region; carried by every resource."""
    domain: DnsName
    """DNS zone of the region, without a final dot."""
    describe: Flag = False
    """Whether display names stand in descriptions in the clouds too: of routers, networks, security groups,
    balancers and data volumes."""
    zone: Existing | None = None
    """The DNS zone when it exists already."""
