"""Who is outside and known: partners, and the LANs of tenants."""

from __future__ import annotations

from medcloud.model import Region
from medcloud.model.lan import Lan, lans
from medcloud.model.partner import Partner
from medcloud.plan.network import OutsidePlan


def outside(region: Region) -> tuple[OutsidePlan, ...]:
    """Partners, then LANs, in file order."""
    known: dict[str, Partner | Lan] = {**region.partners, **lans(region)}
    return tuple(_outside(id_, found) for id_, found in known.items())


def _outside(id_: str, found: Partner | Lan) -> OutsidePlan:
    gateway = str(found.gateway) if found.gateway else None
    return OutsidePlan(id_, tuple(map(str, found.prefixes)), found.by, gateway)
