"""Storage tiers as tables: how large, how full, until when; what protects their data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from medcloud.plan.region import RegionPlan
from medcloud.plan.storage import TierPlan
from medcloud.text import Text

CAPACITY_HEAD = (
    "",
    Text("中心", "centre"),
    Text("容量", "capacity"),
    Text("已用", "used"),
    Text("其中业务的卷", "of which volumes"),
    Text("年增长", "growth a year"),
    Text("写满于第几年", "full in year"),
    Text("须用年数", "must last, years"),
)


def capacities(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """A row a tier and centre that says how large it is."""
    for centre in plan.centres:
        for room in centre.capacities:
            yield (
                room.tier,
                centre.id,
                amount(room.capacity_gib),
                amount(room.placed_gib + room.stored_gib),
                amount(room.placed_gib),
                amount(room.growth_gib),
                room.full_year or "-",
                room.lasts_years or "-",
            )


def amount(gib: int) -> str:
    """GiB as people say them: ``800 GiB``, ``79.5 TiB``, ``2 PiB``; ``-`` for none."""
    for unit, size in (("PiB", 1 << 20), ("TiB", 1 << 10)):
        if gib >= size:
            return f"{gib / size:.1f}".removesuffix(".0") + f" {unit}"
    return f"{gib} GiB" if gib else "-"


TIER_HEAD = ("", Text("中心", "centres"), Text("冗余", "redundancy"), "SM4")
_SM4: Mapping[str | None, Text] = {
    "software": Text("软件", "software"),
    "hardware": Text("硬件", "hardware"),
    None: Text("未写", "not said"),
}


def tiers(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """A row a tier with the centres in which it is used, where any has an erasure code or says its SM4."""
    if not any(tier.erasure or tier.sm4 for centre in plan.centres for tier in centre.tiers):
        return
    found: dict[str, tuple[TierPlan, dict[str, None]]] = {}
    for centre in plan.centres:
        for tier in centre.tiers:
            found.setdefault(tier.kind, (tier, {}))[1][centre.id] = None
    for kind, (tier, centres) in found.items():
        yield kind, ", ".join(centres), _redundancy(tier), _SM4[tier.sm4]


def _redundancy(tier: TierPlan) -> object:
    if tier.erasure:
        return Text(f"纠删码 {tier.erasure}", f"erasure code {tier.erasure}")
    return Text(f"{tier.copies} 份副本", f"{tier.copies} copies") if tier.copies else "-"
