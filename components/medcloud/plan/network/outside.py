"""Who is outside and known: partners with their names, and the LANs of tenants."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
from medcloud.model.lan import Lan, lans
from medcloud.model.partner import Partner
from medcloud.plan.network import OutsidePlan, RecordPlan, RecordType

_TTL = 300


def outside(region: Region) -> tuple[OutsidePlan, ...]:
    """Partners, then LANs, in file order."""
    known: dict[str, Partner | Lan] = {**region.partners, **lans(region)}
    return tuple(_outside(id_, found) for id_, found in known.items())


def _outside(id_: str, found: Partner | Lan) -> OutsidePlan:
    gateway = str(found.gateway) if found.gateway else None
    names = tuple(_records(found)) if isinstance(found, Partner) else ()
    return OutsidePlan(id_, tuple(map(str, found.prefixes)), found.by, gateway, names)


def _records(partner: Partner) -> Iterator[RecordPlan]:
    families: tuple[tuple[RecordType, int], ...] = (("A", 4), ("AAAA", 6))
    for name, addresses in partner.names.items():
        for type_, version in families:
            if values := tuple(str(each) for each in addresses if each.version == version):
                yield RecordPlan(f"{name}.", type_, values, _TTL, workload="")
