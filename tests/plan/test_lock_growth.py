"""Blocks fill up: networks grow, freed numbers come back oldest first, and then there is a clear refusal."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from typing import Any

import pytest

from medcloud.plan import Lock, PlanRefused
from medcloud.plan.lock.scope import REST
from medcloud.plan.network.numbers.demand import Demand
from tests.plan.edits import allocate_numbers, check_stable, check_whole


def demand(instances: list[str], **more: Any) -> Demand:
    """Instances of one network each of ``c1/t/d``, in a centre of 128 subnets for 10 instances each."""
    values: dict[str, Any] = {
        "ipv4": IPv4Network("10.0.0.0/16"),
        "ipv6": IPv6Network("fd00::/32"),
        "vni_first": 100,
        "vni_last": 102,
        "centres": ("c1",),
        "networks": ("c1/t/d",),
        "vips": (),
        "instances": tuple(f"c1/t/d/{name}/0" for name in instances),
    }
    return Demand(**{**values, **more})


def names(count: int, start: int = 0) -> list[str]:
    return [f"w{n}" for n in range(start, start + count)]


def test_a_network_grows_by_subnets_and_nothing_moves() -> None:
    lock = allocate_numbers(demand(names(10)), None)
    assert list(lock.section("subnets")) == ["c1/t/d/0"]
    grown = allocate_numbers(demand(names(25)), lock)
    assert len(grown.section("subnets")) == 3
    check_stable(lock, grown)
    check_whole(demand(names(25)), grown)


def test_a_network_keeps_its_subnets_when_it_shrinks() -> None:
    grown = allocate_numbers(demand(names(25)), None)
    shrunk = allocate_numbers(demand(names(2)), grown)
    assert shrunk.section("subnets") == grown.section("subnets")


def test_freed_numbers_rest_before_the_oldest_comes_back() -> None:
    lock = allocate_numbers(demand(names(10)), None)
    seen = set(lock.section("instances").values())
    for turn in range(1, 24):  # one workload leaves, another comes
        lock = allocate_numbers(demand(names(10, turn)), lock)
        new = lock.section("instances")[f"c1/t/d/w{turn + 9}/0"]
        if turn <= 20:  # three subnets are fresh, for while fewer than REST rest the network grows
            assert new not in seen
        seen.add(new)
    assert 10 < REST < 20
    assert new == 2, "of all that rest, the one that was freed third is the third to come back"
    assert len(lock.section("subnets")) == 3


def test_the_last_address_of_a_centre_and_one_more() -> None:
    full = allocate_numbers(demand(names(1280)), None)
    assert len(full.section("subnets")) == 128
    with pytest.raises(PlanRefused) as refused:
        allocate_numbers(demand(names(1281)), full)
    assert refused.value.findings[0].place.path == "centres.c1"
    assert "10.0.0.0/20" in str(refused.value)
    swapped = allocate_numbers(demand(names(1280, 1)), full)  # nothing fresh is left, so at once
    assert swapped.section("instances")["c1/t/d/w1280/0"] == full.section("instances")["c1/t/d/w0/0"]


@pytest.mark.item("6.1.3-d")
def test_vnis_run_out_with_the_clause() -> None:
    networks = tuple(f"c1/t/d{n}" for n in range(4))
    with pytest.raises(PlanRefused) as refused:
        allocate_numbers(demand([], networks=networks), None)
    assert (refused.value.findings[0].place.path, refused.value.findings[0].item) == (
        "networks.vni",
        "6.1.3-d",
    )


@pytest.mark.item("6.1.3-d")
def test_a_vni_range_that_leaves_out_what_stands_is_refused() -> None:
    lock = allocate_numbers(demand([]), None)
    with pytest.raises(PlanRefused, match="VNI 100"):
        allocate_numbers(demand([], vni_first=101), lock)


@pytest.mark.item("6.1.3-d")
def test_freed_vnis_come_back_oldest_first() -> None:
    lock: Lock | None = None
    for gone in range(3):  # one network at a time, each with a VNI of its own
        lock = allocate_numbers(demand([], networks=(f"c1/t/d{gone}",)), lock)
    assert lock is not None
    assert set(lock.section("vnis").values()) == {102}
    again = allocate_numbers(demand([], networks=("c1/t/d2", "c1/t/d3", "c1/t/d4")), lock)
    assert again.section("vnis") == {"c1/t/d2": 102, "c1/t/d3": 100, "c1/t/d4": 101}


def test_sixteen_centres_and_one_more() -> None:
    centres = tuple(f"c{n}" for n in range(16))
    lock = allocate_numbers(demand([], centres=centres, networks=()), None)
    check_whole(demand([], centres=centres, networks=()), lock)
    with pytest.raises(PlanRefused, match="16"):
        allocate_numbers(demand([], centres=(*centres, "one-more"), networks=()), lock)


def test_a_hole_in_a_network_is_filled() -> None:
    """A merge may take away a subnet in the middle."""
    whole = allocate_numbers(demand(names(25)), None)
    subnets = {key: index for key, index in whole.section("subnets").items() if key != "c1/t/d/1"}
    holed = Lock({**whole.sections, "subnets": subnets, "vips": {}})
    mended = allocate_numbers(demand(names(25)), holed)
    assert mended == whole
