"""Random edits of what a region needs, and what must hold after each."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from itertools import pairwise

from medcloud.plan.lock import Lock, number_sections
from medcloud.plan.lock.entries import read_tombstone, scope_of
from medcloud.plan.lock.held import Held
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.network.numbers.serve import serve

DOMAINS = ("core", "business", "dmz")


@dataclass
class World:
    """A region that changes: workloads by tenant and domain, in every centre."""

    centres: list[str] = field(default_factory=lambda: ["c1", "c2"])
    workloads: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """Workload to tenant, domain, instances."""
    small: dict[str, int] = field(default_factory=dict)
    """Small centres to the length of prefix that they ask for."""
    serial: int = 0

    def edit(self, rng: random.Random) -> None:
        """One edit such as a person makes: add, remove or resize something, anywhere in the file."""
        kind = rng.choice(["add", "add", "remove", "resize", "resize", "centre", "move"])
        self.serial += 1
        name = rng.choice(list(self.workloads)) if self.workloads else ""
        if kind == "add" or not name:
            self._insert(rng, f"w{self.serial}", self._place(rng))
        elif kind == "remove" or len(self.workloads) > 25:
            del self.workloads[name]
        elif kind == "resize":
            tenant, domain, _ = self.workloads[name]
            self.workloads[name] = (tenant, domain, rng.randint(1, 9))
        elif kind == "move":
            self.workloads[name] = self._place(rng)
        elif len(self.centres) > 1 and rng.random() < 0.6:
            self.centres.remove(rng.choice(self.centres))
        else:
            self.centres.insert(rng.randrange(len(self.centres) + 1), f"z{self.serial}")
            if rng.random() < 0.5:
                self.small[f"z{self.serial}"] = rng.randint(20, 22)

    def demand(self) -> Demand:
        """What it needs now."""
        rows = [(c, w, *row) for w, row in self.workloads.items() for c in self.centres]
        return Demand(
            ipv4=IPv4Network("10.0.0.0/16"),
            ipv6=IPv6Network("fd00::/32"),
            vni_first=100,
            vni_last=149,
            centres=tuple(self.centres),
            networks=tuple(dict.fromkeys(f"{c}/{t}/{d}" for c, _, t, d, _ in rows)),
            vips=tuple(f"{c}/{t}/{d}/{w}" for c, w, t, d, n in rows if n > 1),
            instances=tuple(f"{c}/{t}/{d}/{w}/{i}" for c, w, t, d, n in rows for i in range(n)),
            small={centre: length for centre, length in self.small.items() if centre in self.centres},
        )

    def _place(self, rng: random.Random) -> tuple[str, str, int]:
        return f"t{rng.randint(1, 4)}", rng.choice(DOMAINS), rng.randint(1, 9)

    def _insert(self, rng: random.Random, name: str, row: tuple[str, str, int]) -> None:
        items = list(self.workloads.items())
        items.insert(rng.randrange(len(items) + 1), (name, row))
        self.workloads = dict(items)


def allocate_numbers(demand: Demand, lock: Lock | None) -> Lock:
    """The numbers of networks alone, by a demand that no region file needs to stand behind."""
    held = Held(lock or Lock())
    serve(demand, held)
    return held.lock()


def wanted(demand: Demand) -> dict[str, tuple[str, ...]]:
    """Keys that must have numbers, by section, but for subnets."""
    return {
        "centres": demand.centres,
        "vnis": demand.networks,
        "vips": demand.vips,
        "instances": demand.instances,
    }


def check_whole(demand: Demand, lock: Lock) -> None:
    """Everything has a number, no number has two owners, nothing else has one."""
    own = set(demand.networks) - set(demand.existing)
    for section, keys in wanted(demand).items():
        assert set(lock.section(section)) == set(keys), section
    assert {key.rpartition("/")[0] for key in lock.section("subnets")} == own
    for section in number_sections():
        places = [(scope_of(section, key), number) for key, number in lock.section(section).items()]
        assert len(places) == len(set(places)), section
        resting = {(scope, n) for s, scope, n in map(read_tombstone, lock.retired) if s == section}
        assert not resting & set(places), section
    prefixes = [ip_network(text) for text in lock.texts("prefixes").values()]
    assert len(prefixes) == 2 * len(demand.centres)
    for version in (4, 6):
        family = sorted(p for p in prefixes if p.version == version)
        assert all(not a.overlaps(b) for a, b in pairwise(family))


def check_stable(before: Lock, after: Lock) -> None:
    """What is in both has the numbers that it had."""
    for section in (*number_sections(), "prefixes"):
        old, new = before.sections.get(section, {}), after.sections.get(section, {})
        moved = {key for key in old.keys() & new.keys() if old[key] != new[key]}
        assert not moved, (section, moved)


def given(before: Lock, after: Lock) -> dict[str, dict[str, int]]:
    """Numbers that were given out by the last allocation, by section."""
    return {
        section: {
            key: number
            for key, number in after.section(section).items()
            if key not in before.section(section)
        }
        for section in number_sections()
    }


def resting(lock: Lock) -> dict[tuple[str, str], dict[int, int]]:
    """Freed numbers to when they were freed, by section and scope."""
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for key, serial in lock.retired.items():
        section, scope, number = read_tombstone(key)
        found[section, scope][number] = serial
    return found
