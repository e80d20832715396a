"""Who is outside and named: partners, and the LANs of tenants."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.lan import Lan
from medcloud.model.partner import Partner
from medcloud.model.prefix import Net
from medcloud.model.region import Region
from medcloud.text.reading.problem import Loc


def institutions(region: Region) -> Iterator[tuple[Loc, Partner | Lan]]:
    """Partners, then LANs, in file order, each with its place in the file."""
    for key, partner in region.partners.items():
        yield ("partners", key), partner
    for key, tenant in region.tenants.items():
        if tenant.lan:
            yield ("tenants", key, "lan"), tenant.lan


def prefixes_outside(region: Region) -> Iterator[tuple[Loc, Net]]:
    """Their prefixes, each with its place."""
    for loc, found in institutions(region):
        for index, prefix in enumerate(found.prefixes):
            yield (*loc, "prefixes", index), prefix
