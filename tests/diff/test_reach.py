"""Who can reach what is read from the rules on both sides, and what the intranet is from its ranges."""

from __future__ import annotations

import random
from dataclasses import replace
from ipaddress import ip_network

import pytest

from medcloud.diff import compare
from medcloud.diff.doors import reach
from medcloud.diff.ranges import Network, beyond
from medcloud.plan.compute import PlacementPlan
from medcloud.plan.region import RegionPlan
from tests.diff.regions import changes, new, old

INTRANET = ("callers: [portal, lis, pacs]", "callers: [portal, lis, pacs, intranet]")
VNI = "vni: {first: 5000, last: 5999, segments: true}"


def _reserved(*prefixes: str) -> tuple[str, str]:
    return VNI, f"{VNI}\n  reserved: [{', '.join(prefixes)}]"


def test_the_rules_let_through_what_the_file_says() -> None:
    plan = old()
    named = {(f.source, f.target, f.port) for f in plan.flows if f.source != "internet"}
    assert {(caller, s.workload, s.first) for caller, s in reach(plan).inside} == named
    assert {s.workload for s in reach(plan).outside} == {"portal"}


def test_a_range_more_of_the_intranet_opens_and_must_be_confirmed() -> None:
    before, after = new(INTRANET, _reserved("192.168.8.0/24")), new(INTRANET, _reserved("192.168.8.0/23"))
    (found,) = compare(before, after)
    assert found.id == "opened:intranet[192.168.9.0/24]->his:tcp/8443"
    assert (found.before, found.after) == ("192.168.8.0/24", "192.168.8.0/23")
    assert found.must_be_confirmed and found.severity == "critical"


def test_reserving_a_first_range_closes_the_rest_of_the_private_ones() -> None:
    found = compare(new(INTRANET), new(INTRANET, _reserved("192.168.8.0/24")))
    assert {change.kind for change in found} == {"closed"}
    assert not any(change.must_be_confirmed for change in found)


def test_a_flow_into_a_lower_level_need_not_be_confirmed() -> None:
    found = changes(("port: 8443, callers: []}\n  gateway", "port: 8443, callers: [gateway]}\n  gateway"))
    (opened,) = [change for change in found.values() if change.kind == "opened"]
    assert opened.id == "opened:gateway->ai:tcp/8443"
    assert (opened.must_be_confirmed, opened.about.tenant, opened.severity) == (False, "county", "medium")


def test_lowering_the_level_beside_it_hides_no_flow() -> None:
    before = new(
        ("kind: lis, level: 3", "kind: lis, level: 4"),
        ("pool: general, size: {instances: 2", "pool: core, size: {instances: 2"),
    )
    after = new(("callers: [his]}\n  pacs", "callers: [his, ai]}\n  pacs"))
    opened = [change for change in compare(before, after) if change.kind == "opened"]
    assert [change.id for change in opened] == ["opened:ai->lis:tcp/8443"]
    assert opened[0].must_be_confirmed


def _with_rules(plan: RegionPlan, edit: str) -> RegionPlan:
    """The plan with one of the sides of `his calls emr` edited, whatever its flows say."""

    def placed(p: PlacementPlan, workload: str) -> PlacementPlan:
        if edit == "out" and workload == "his":
            return replace(p, rules=tuple(r for r in p.rules if r.reason != "his calls emr"))
        if edit == "in" and workload == "emr" and p.balancer:
            return replace(p, balancer=replace(p.balancer, allowed_cidrs=()))
        return p

    return replace(
        plan,
        workloads=tuple(
            replace(w, placements=tuple(placed(p, w.id) for p in w.placements)) for w in plan.workloads
        ),
    )


@pytest.mark.parametrize("side", ["out", "in"])
def test_a_flow_is_open_only_where_both_sides_let_it_through(side: str) -> None:
    closed = {change.id for change in compare(old(), _with_rules(old(), side)) if change.kind == "closed"}
    assert "closed:his->emr:tcp/8443" in closed


PARTNER = (
    "partners: {blood: {name: 市血站, prefixes: [192.168.90.0/24], by: line, ports: {stock: 9443}}}\nsites:"
)


def test_an_institution_outside_is_told_by_its_name() -> None:
    before = ("sites:", PARTNER)
    inward = ("callers: [portal, lis, pacs]", "callers: [portal, lis, pacs, blood]")
    outward = ("callers: [portal, lis, pacs]", "callers: [portal, lis, pacs], calls: [blood]")
    (into,), (out,) = (compare(new(before), new(before, edit)) for edit in (inward, outward))
    assert into.id == "opened:blood[192.168.90.0/24]->his:tcp/8443"
    assert into.text.en.startswith("partner blood (市血站) (192.168.90.0/24) can reach his")
    assert out.id == "opened:his->blood[192.168.90.0/24]:tcp/9443"
    assert into.must_be_confirmed and out.must_be_confirmed


@pytest.mark.parametrize("seed", range(20))
def test_ranges_are_taken_from_ranges_without_gap_or_overlap(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- a test's dice

    def some() -> set[Network]:
        v4 = [f"10.0.0.{rng.randint(0, 255)}/{rng.randint(26, 32)}" for _ in range(4)]
        v6 = [f"fd00::{rng.randint(0, 255):x}/{rng.randint(122, 128)}" for _ in range(2)]
        return {ip_network(text, strict=False) for text in rng.sample([*v4, *v6], rng.randint(0, 5))}

    after, before = some(), some()
    left = beyond(after, before)
    for network in after | before:
        for address in network:
            held = [any(address in n for n in side) for side in (after, before, left)]
            assert held[2] == (held[0] and not held[1]), address
