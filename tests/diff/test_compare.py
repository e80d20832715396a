"""Each kind of change is told when it is made, with whom it concerns; no change is told when none is made."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import get_args

import pytest
import yaml

from medcloud.diff import KIND_WORDS, Kind, compare
from medcloud.model import parse
from medcloud.plan import PlanRefused, allocate, derive
from medcloud.plan.region import RegionPlan
from tests.diff.regions import GATEWAY, changes, new, old
from tests.support.generate_region import good_region

Edits = tuple[tuple[str, str], ...]
HIS = "callers: [portal, lis, pacs]"
SIZE = "kind: his, level: 4, pool: core, size: {instances: 2, vcpus: 8, memory_gib: 32, data_gib: 200}"
INTRANET = "intranet[10.0.0.0/8,172.16.0.0/12,192.168.0.0/16]"

CASES: dict[str, tuple[Edits, set[str]]] = {
    "a workload goes": (
        ((GATEWAY + "\n", ""),),
        {"lost:gateway@e1", "removed:workloads.gateway", "removed:networks.e1/group/business"},
    ),
    "a workload comes": (
        ((GATEWAY, GATEWAY + "\n" + GATEWAY.replace("gateway", "ward")),),
        {"added:workloads.ward"},
    ),
    "the intranet may call": (
        ((HIS, "callers: [portal, lis, pacs, intranet]"),),
        {f"opened:{INTRANET}->his:tcp/8443"},
    ),
    "a caller less": (
        ((HIS, "callers: [portal, lis]"),),
        {"closed:pacs->his:tcp/8443"},
    ),
    "another port": (
        (("data_gib: 200}, port: 8443, " + HIS, "data_gib: 200}, port: 9443, " + HIS),),
        {f"opened:{who}->his:tcp/9443" for who in ("lis", "pacs", "portal")}
        | {f"closed:{who}->his:tcp/8443" for who in ("lis", "pacs", "portal")}
        | {f"settings:balancers.his@{c}.{p}port" for c in ("c1", "c2", "r1") for p in ("", "member_")},
    ),
    "another image": (
        (("  uos-20: {file: images/cloud.img}", "  uos-20: {existing: theirs}"),),
        {"rebuilt:servers.gateway@e1", "settings:pools.edge@e1.image.file"},
    ),
    "another system": (
        (
            ("isa: loongarch64, os: uos-20", "isa: loongarch64, os: openeuler-22.03-lts"),
            ("  uos-20: {file", "  openeuler-22.03-lts: {file"),
        ),
        {"rebuilt:servers.gateway@e1", "settings:pools.edge@e1.os"},
    ),
    "another instruction set": (
        (("isa: loongarch64, os: uos-20", "isa: arm64, os: uos-20"),),
        {"rebuilt:hosts.gateway@e1", "settings:pools.edge@e1.flavors.panyu-e1-edge-2x4-40g.extra_specs"},
    ),
    "another zone": (
        (("zone: e1", "zone: e2"),),
        {"lost:gateway@e1", "rebuilt:servers.gateway@e1", "moved:centres.e1.zone"},
    ),
    "another cloud": (
        (("cloud: edge, admin", "cloud: other, admin"),),
        {"lost:gateway@e1", "rebuilt:servers.gateway@e1", "moved:centres.e1.cloud"},
    ),
    "another centre": (
        (("pool: edge, size", "pool: general, size"),),
        {"moved:workloads.gateway", "moved:workloads.gateway.pool", "lost:gateway@e1"}
        | {"removed:networks.e1/group/business", "renamed:gateway.A", "renamed:gateway.AAAA"},
    ),
    "more memory": (
        ((SIZE, SIZE.replace("memory_gib: 32", "memory_gib: 64")),),
        {f"resized:servers.his@{c}" for c in ("c1", "c2", "r1")},
    ),
    "a larger volume": (
        ((SIZE, SIZE.replace("data_gib: 200", "data_gib: 300")),),
        {f"resized:volumes.his@{c}" for c in ("c1", "c2", "r1")},
    ),
    "a server more": (
        ((GATEWAY, GATEWAY.replace("instances: 1", "instances: 2")),),
        {"added:servers.gateway@e1/1", "added:balancers.gateway@e1"}
        | {"renamed:gateway.A", "protection:gateway@e1.anti_affinity", "rebuilt:servers.gateway@e1"},
    ),
    "a lower level": (
        ((GATEWAY, GATEWAY.replace("level: 2", "level: 1")), ("levels: [2, 3]", "levels: [1, 2, 3]")),
        {
            f"protection:workloads.gateway.{what}"
            for what in ("level", "access", "cipher", "rpo_seconds", "rto_seconds")
        },
    ),
    "longer retention": (
        (("retention_years: 30", "retention_years: 40"),),
        {f"protection:archive@{c}.retention_days" for c in ("c1", "c2", "r1")},
    ),
    "passwords live shorter": (
        (("password_days: 90", "password_days: 60"),),
        {"protection:identity.password_days"},
    ),
    "another owner": ((("owner: panyu-health", "owner: others"),), {"renamed:region.owner"}),
    "a name for people": ((("name: 区卫健局", "name: 卫健委"),), {"renamed:tenants.county"}),
    "another tenant": (
        ((GATEWAY, GATEWAY.replace("pool: edge", "pool: edge, tenant: county")),),
        {"moved:workloads.gateway.tenant", "rebuilt:servers.gateway@e1", "renumbered:servers.gateway@e1"}
        | {"removed:networks.e1/group/business", "added:networks.e1/county/business"}
        | {"renamed:gateway.A", "renamed:gateway.AAAA"},
    ),
    "slower storage": (
        (("general: {backend: distributed, iops: 3000}", "general: {backend: distributed, iops: 300}"),),
        {"settings:storage.general@p1.iops", "settings:storage.general@e1.iops"}
        | {f"settings:storage.general-encrypted@{c}.iops" for c in ("c1", "c2", "r1")},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_is_told_and_nothing_else(name: str) -> None:
    edits, told = CASES[name]
    found = changes(*edits)
    own = {id_ for id_ in found if not (name == "another centre" and id_.startswith(("added:", "opened:")))}
    assert own == told
    assert all(change.text.zh and change.text.en for change in found.values())


def test_every_kind_is_told_in_some_case() -> None:
    told = {change.kind for edits, _ in CASES.values() for change in changes(*edits).values()}
    kinds = set(get_args(Kind))
    assert told | {"renumbered"} == kinds == set(KIND_WORDS)


def test_a_change_is_told_the_other_way_round() -> None:
    after = new((GATEWAY + "\n", ""))
    back = {change.id for change in compare(after, old())}
    assert back == {"added:workloads.gateway", "added:networks.e1/group/business"}


def _generated(seed: int) -> RegionPlan | None:
    data = good_region(random.Random(seed))  # noqa: S311 -- a test's dice
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    try:
        return derive(region, allocate(region, None))
    except PlanRefused:
        return None


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_differs_not_from_itself(seed: int) -> None:
    plan, again = _generated(seed), _generated(seed)
    if plan is not None and again is not None:
        assert compare(plan, again) == ()
        renamed = replace(again, owner=f"{again.owner}-x")
        assert [change.id for change in compare(plan, renamed)] == ["renamed:region.owner"]


@pytest.mark.parametrize("seed", range(12))
def test_all_that_goes_with_a_workload_is_told(seed: int) -> None:
    """Whatever the region: without one of its workloads, its data are lost wherever it was."""
    plan = _generated(seed)
    if plan is None or not plan.workloads:
        return
    gone = plan.workloads[seed % len(plan.workloads)]
    found = compare(plan, replace(plan, workloads=tuple(w for w in plan.workloads if w is not gone)))
    lost = {change.id for change in found if change.kind == "lost"}
    assert lost == {f"lost:{gone.id}@{placed.centre}" for placed in gone.placements}
    assert all(change.must_be_confirmed for change in found if change.kind == "lost")
    assert f"removed:workloads.{gone.id}" in {change.id for change in found}


def test_what_must_be_confirmed_comes_first_and_the_worst_before_the_rest() -> None:
    names = "a workload goes", "a caller less", "another owner"
    edits = [edit for name in names for edit in CASES[name][0]]
    found = list(changes(*edits).values())
    order = ["critical", "high", "medium", "low"]
    keys = [(not change.must_be_confirmed, order.index(change.severity)) for change in found]
    assert keys == sorted(keys)
    assert found[0].kind == "lost"
