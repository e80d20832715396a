"""What workloads place on a storage tier fits it, today and for as long as the file says (7.5.2.1-a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medcloud.model.capacity import Capacity
from medcloud.model.region import Region
from medcloud.model.room import Room, rooms
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_ITEM = "7.5.2.1-a"


def said(region: Region) -> Iterator[Problem]:
    """Words that mean nothing without another: what is stored or grows where no capacity is said."""
    for key, tier in region.storage.tiers().items():
        for field in ("stored", "growth"):
            amount = getattr(tier, field)
            if amount is not None and tier.capacity is None:
                yield _lacks(("storage", key, field), "capacity")
            elif isinstance(amount, Mapping) and isinstance(tier.capacity, Mapping):
                for centre in (each for each in amount if each not in tier.capacity):
                    yield _lacks(("storage", key, field, centre), f"capacity.{centre}")
        if tier.lasts_years is not None and tier.capacity is None:
            yield _lacks(("storage", key, "lasts_years"), "capacity")
        elif tier.lasts_years is not None and tier.growth is None:
            yield _lacks(("storage", key, "lasts_years"), "growth")


def _lacks(loc: Loc, field: str) -> Problem:
    tier = loc[1]
    return Problem(
        loc,
        Text(
            f"{tier} 层未写 {field}，此行无从计算",
            f"tier {tier} says no {field}, without which this is nothing",
        ),
        Text(
            f"在 storage.{tier} 写 {field}，或删去此行",
            f"write {field} in storage.{tier}, or leave the line out",
        ),
    )


def fits(region: Region) -> Iterator[Problem]:
    """Tiers that hold less than lies on them today; where all centres have one capacity, the worst alone."""
    every = [*rooms(region)]
    for key, tier in region.storage.tiers().items():
        short = [room for room in every if room.tier == key and room.used > room.capacity]
        if not isinstance(tier.capacity, Mapping):
            short = sorted(short, key=lambda room: -room.used)[:1]
        for room in short:
            yield from _full(room, by_centre=isinstance(tier.capacity, Mapping))


@decides("7.5.2.1-a")
def _full(room: Room, *, by_centre: bool) -> Iterator[Problem]:
    loc: Loc = ("storage", room.tier, "capacity")
    used, placed, stored, have = map(Capacity, (room.used, room.placed, room.stored, room.capacity))
    needed = Capacity.at_least(used)
    yield Problem(
        (*loc, room.centre) if by_centre else loc,
        Text(
            f"{room.tier} 层在中心 {room.centre} 已需 {used}"
            f"（业务的卷 {placed}，其他 {stored}），容量只有 {have}",
            f"tier {room.tier} needs {used} in centre {room.centre} today (volumes of workloads {placed}, "
            f"else {stored}) and holds {have}",
        ),
        Text(
            f"写 {needed} 或更大，或减小业务的卷，或把业务放到别的层",
            f"write {needed} or more, or make volumes smaller, or put workloads on another tier",
        ),
        _ITEM,
    )


def lasts(region: Region) -> Iterator[Problem]:
    """Tiers that are full before the years that they must last; of several centres the first to be full."""
    every = [*rooms(region)]
    for key, tier in region.storage.tiers().items():
        if tier.lasts_years is not None:
            grow = [room for room in every if room.tier == key and room.growth]
            early = [room for room in grow if _years(room) < tier.lasts_years and room.used <= room.capacity]
            by_centre = isinstance(tier.capacity, Mapping)
            for room in sorted(early, key=_years)[:1]:
                place = f"capacity.{room.centre}" if by_centre else "capacity"
                yield from _early(room, tier.lasts_years, place)


def _years(room: Room) -> int:
    """Whole years for which there is room."""
    return (room.full_year or 1) - 1


@decides("7.5.2.1-a")
def _early(room: Room, wanted: int, place: str) -> Iterator[Problem]:
    needed, years = Capacity.at_least(room.used + wanted * room.growth), _years(room)
    zh, en = (f"写 {years} 或更小", f"write {years} or less") if years else ("删去此行", "leave the line out")
    yield Problem(
        ("storage", room.tier, "lasts_years"),
        Text(
            f"{room.tier} 层在中心 {room.centre} 第 {room.full_year} 年写满（每年 {Capacity(room.growth)}）",
            f"tier {room.tier} is full in year {room.full_year} in centre {room.centre} "
            f"({Capacity(room.growth)} a year)",
        ),
        Text(f"把 {place} 写成 {needed} 或更大，或{zh}", f"make {place} {needed} or more, or {en}"),
        _ITEM,
    )
