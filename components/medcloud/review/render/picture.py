"""The region as a picture: a column a centre, its domains and workloads inside, links as arcs above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from medcloud.plan.network import DomainPlan
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.plan.titles import Titles, called, network

WIDTH, GAP, HEAD, CHIP, PAD = 210, 22, 74, 30, 10  # user units of the SVG
DOMAIN_HEAD = 36
ARC_STEP, ARC_FOOT = 26, 14
CITY = 34


@dataclass(frozen=True)
class Chip:
    """A workload in one centre."""

    id: str
    said: str
    """Its id with what people call it."""
    kind: str
    level: int
    servers: int
    refused: int
    y: int


@dataclass(frozen=True)
class Domain:
    """A security domain of one tenant."""

    id: str
    tenant: str
    said: str
    """What people call both."""
    exposed: bool
    vni: int
    prefix: str
    chips: tuple[Chip, ...]
    y: int
    height: int


@dataclass(frozen=True)
class Column:
    """A centre."""

    id: str
    role: str
    site: str
    cloud: str
    domains: tuple[Domain, ...]
    x: int
    height: int


@dataclass(frozen=True)
class Arc:
    """The IPsec connections between two centres."""

    name: str
    path: str


@dataclass(frozen=True)
class City:
    """Neighbouring columns of one city."""

    name: str
    x: int
    width: int


@dataclass(frozen=True)
class Picture:
    """Everything in its place."""

    name: str
    columns: tuple[Column, ...]
    arcs: tuple[Arc, ...]
    cities: tuple[City, ...]
    top: int
    """Where columns begin."""
    width: int
    height: int


def picture(plan: RegionPlan, refused: Mapping[tuple[str, str], int]) -> Picture:
    """The picture of a plan; `refused` counts what is refused by (centre, workload)."""
    cities = list(dict.fromkeys(centre.city for centre in plan.centres))
    ordered = sorted(plan.centres, key=lambda centre: cities.index(centre.city))
    places = {centre.id: i for i, centre in enumerate(ordered)}
    pairs = _pairs(ordered)
    top = max((abs(places[a] - places[b]) for a, b in pairs), default=0) * ARC_STEP + ARC_FOOT + PAD
    columns = tuple(_column(plan, centre, places[centre.id], refused) for centre in ordered)
    tallest = max((column.height for column in columns), default=0)
    width = len(columns) * (WIDTH + GAP) - GAP + 2 * PAD
    return Picture(
        name=plan.name,
        columns=columns,
        arcs=tuple(_arc(plan.titles, (a, b), places, top) for a, b in pairs),
        cities=tuple(_city(city, [i for i, c in enumerate(ordered) if c.city == city]) for city in cities),
        top=top,
        width=width,
        height=top + tallest + CITY + PAD,
    )


def _left(place: int) -> int:
    return PAD + place * (WIDTH + GAP)


def _pairs(centres: list[CentrePlan]) -> list[tuple[str, str]]:
    known = {centre.id for centre in centres}
    ends = {frozenset((link.local, link.peer)) for centre in centres for link in centre.links}
    pairs = [sorted(pair) for pair in ends if len(pair) == 2 and pair <= known]
    return sorted((a, b) for a, b in pairs)


def _arc(titles: Titles, ends: tuple[str, str], places: Mapping[str, int], top: int) -> Arc:
    """A curve from column to column; each further neighbour's arc ends a little further out."""
    low, high = sorted(places[end] for end in ends)
    span = high - low
    x1 = _left(low) + WIDTH // 2 + 8 * span
    x2 = _left(high) + WIDTH // 2 - 8 * span
    peak = top - ARC_FOOT - span * ARC_STEP
    return Arc(
        " – ".join(called(titles, "centres", end) for end in ends),
        f"M{x1},{top} C{x1},{peak} {x2},{peak} {x2},{top}",
    )


def _city(name: str, places: list[int]) -> City:
    return City(name, _left(places[0]), _left(places[-1]) + WIDTH - _left(places[0]))


def _column(
    plan: RegionPlan, centre: CentrePlan, place: int, refused: Mapping[tuple[str, str], int]
) -> Column:
    domains: list[Domain] = []
    y = HEAD
    for domain in centre.domains:
        drawn = _domain(plan, domain, y, refused)
        domains.append(drawn)
        y += drawn.height + PAD
    where = centre.location
    cloud = f"{where.cloud}/{where.region}/{where.zone}"
    site = plan.titles.get(f"centres.{centre.id}") or centre.site_name or centre.site
    return Column(centre.id, centre.role, site, cloud, tuple(domains), _left(place), y)


def _domain(plan: RegionPlan, domain: DomainPlan, y: int, refused: Mapping[tuple[str, str], int]) -> Domain:
    chips = tuple(_chips(plan, domain, refused))
    height = DOMAIN_HEAD + len(chips) * CHIP + (PAD // 2 if chips else 0)
    prefix = domain.subnets[0].cidr if domain.subnets else ""
    said = network(plan.titles, domain.key)
    return Domain(domain.id, domain.tenant, said, domain.exposed, domain.vni, prefix, chips, y, height)


def _chips(plan: RegionPlan, domain: DomainPlan, refused: Mapping[tuple[str, str], int]) -> Iterator[Chip]:
    y = DOMAIN_HEAD
    for workload in plan.workloads:
        for placement in workload.placements:
            if placement.domain == domain.key:
                count = refused.get((domain.centre, workload.id), 0)
                servers = len(placement.instances)
                said = called(plan.titles, "workloads", workload.id)
                yield Chip(workload.id, said, workload.kind, workload.level, servers, count, y)
                y += CHIP
