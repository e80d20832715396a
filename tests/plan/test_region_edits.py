"""Regions of every shape, edited as people edit them: what stays keeps its addresses."""

from __future__ import annotations

import random

import pytest
import yaml

from medcloud.model import Region, RegionRefused, parse
from medcloud.plan import Lock, PlanRefused, allocate, derive
from medcloud.plan.addressing import Ground
from medcloud.plan.network.numbers.demand import demand
from medcloud.plan.region import RegionPlan
from tests.plan.edits import check_stable, check_whole
from tests.support.generate_region import Data, good_region

REGIONS, EDITS = 40, 6


def _region(data: Data) -> Region:
    return parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")


def _edit(rng: random.Random, data: Data) -> Data:
    """Adds, removes or resizes a workload somewhere in the file."""
    changed: Data = yaml.safe_load(yaml.safe_dump(data, sort_keys=False))
    workloads = list(changed["workloads"].items())
    if not workloads:
        return changed
    place = rng.randrange(len(workloads))
    name, workload = workloads[place]
    kind = rng.choice(["add", "remove", "resize"])
    if kind == "resize":
        workload["size"]["instances"] = rng.randint(1, 3)
    elif kind == "add":
        workloads.insert(place, (f"new{rng.randrange(10**6)}", {**workload, "callers": [], "depends_on": []}))
    elif len(workloads) > 1:
        del workloads[place]
        for _, other in workloads:
            for field in ("callers", "depends_on"):
                if field in other:
                    other[field] = [caller for caller in other[field] if caller != name]
    changed["workloads"] = dict(workloads)
    return changed


def _addresses(plan: RegionPlan) -> dict[str, object]:
    found: dict[str, object] = {}
    for workload in plan.workloads:
        for placed in workload.placements:
            found |= {f"{placed.domain} {i.name}": (i.v4, i.v6) for i in placed.instances}
            if placed.balancer:
                found[f"{placed.domain} {placed.balancer.name}"] = placed.balancer.v4
    for centre in plan.centres:
        found[centre.id] = (centre.index, centre.v4, centre.v6)
        found |= {network.key: network.vni for network in centre.domains}
    return found


def _check_plan(region: Region, lock: Lock) -> RegionPlan:
    plan = derive(region, lock)
    check_whole(demand(region, Ground(region, lock).placements), lock)
    hosts = [i.v4 for w in plan.workloads for p in w.placements for i in p.instances]
    hosts += [p.balancer.v4 for w in plan.workloads for p in w.placements if p.balancer]
    assert len(hosts) == len(set(hosts))
    for centre in plan.centres:
        subnets = [s.cidr for network in centre.domains for s in network.subnets]
        assert len(subnets) == len(set(subnets))
    return plan


@pytest.mark.parametrize("seed", range(REGIONS))
def test_edits_of_generated_regions_move_nothing(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- a test's dice
    data = good_region(rng)
    region = _region(data)
    try:
        lock = allocate(region, None)
    except PlanRefused as refused:
        assert "existing network" in str(refused), "only a small foreign network may be full"
        return
    plan = _check_plan(region, lock)
    for _ in range(EDITS):
        draft = _edit(rng, data)
        try:
            region = _region(draft)
            after = allocate(region, lock)
        except (RegionRefused, PlanRefused):
            continue
        data = draft
        new = _check_plan(region, after)
        check_stable(lock, after)
        old = _addresses(plan)
        moved = {key for key, value in _addresses(new).items() if old.get(key, value) != value}
        assert not moved
        lock, plan = after, new
