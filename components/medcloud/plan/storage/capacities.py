"""How large the tiers of a centre are, what lies on them, and when they are full (7.5.2.1-a)."""

from __future__ import annotations

from medcloud.model import Region
from medcloud.model.room import rooms
from medcloud.plan.storage import CapacityPlan
from medcloud.standard.decides import decides


@decides("7.5.2.1-a")
def capacities(region: Region) -> dict[str, tuple[CapacityPlan, ...]]:
    """Of every centre, the tiers that say how large they are there, in the order of 7.3.2.2."""
    tiers = region.storage.tiers()
    found: dict[str, tuple[CapacityPlan, ...]] = dict.fromkeys(region.centres, ())
    for room in rooms(region):
        plan = CapacityPlan(
            tier=room.tier,
            capacity_gib=room.capacity,
            placed_gib=room.placed,
            stored_gib=room.stored,
            growth_gib=room.growth,
            lasts_years=tiers[room.tier].lasts_years,
            full_year=room.full_year,
        )
        found[room.centre] += (plan,)
    return found
