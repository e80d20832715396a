"""Centres that say how large a prefix they need: hundreds of them beside the sixteen slots of a block."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from itertools import pairwise
from typing import Any

import pytest

from medcloud.plan import PlanRefused
from medcloud.plan.lock import Lock, reconcile
from medcloud.plan.network.numbers.demand import Demand
from tests.plan.edits import allocate_numbers, check_stable, check_whole

SITES = tuple(f"t{n:03}" for n in range(1, 201))
LARGE = ("c1", "c2", "r1")


def demand(*centres: str, small: dict[str, int] | None = None, **more: Any) -> Demand:
    """Every centre with one network of one server; those that begin with t are small."""
    values: dict[str, Any] = {
        "ipv4": IPv4Network("10.64.0.0/12"),
        "ipv6": IPv6Network("fd14:2025::/32"),
        "vni_first": 1,
        "vni_last": 999,
        "centres": centres,
        "networks": tuple(f"{c}/t/d" for c in centres),
        "vips": (),
        "instances": tuple(f"{c}/t/d/w/0" for c in centres),
        "small": {c: 24 for c in centres if c.startswith("t")} if small is None else small,
    }
    return Demand(**{**values, **more})


def check_apart(lock: Lock) -> None:
    nets = [ip_network(text) for text in lock.texts("prefixes").values()]
    for version in (4, 6):
        own = sorted((int(n.network_address), n.num_addresses) for n in nets if n.version == version)
        assert all(first + size <= following for (first, size), (following, _) in pairwise(own))


def test_two_hundred_sites_stand_beside_large_centres() -> None:
    wanted = demand(*LARGE, *SITES)
    lock = allocate_numbers(wanted, None)
    check_whole(wanted, lock)
    check_apart(lock)
    prefixes = lock.texts("prefixes")
    assert [prefixes[f"{c}/4"] for c in LARGE] == ["10.64.0.0/16", "10.65.0.0/16", "10.66.0.0/16"]
    assert (prefixes["t001/4"], prefixes["t001/6"]) == ("10.79.255.0/24", "fd14:2025:ffff:ff00::/56")
    assert prefixes["t200/4"] == "10.79.56.0/24"
    more = demand(*LARGE, *(f"c{n}" for n in range(3, 15)), *SITES)
    grown = allocate_numbers(more, lock)
    check_stable(lock, grown)
    check_apart(grown)


def test_a_site_more_or_less_moves_no_other() -> None:
    lock = allocate_numbers(demand(*LARGE, *SITES), None)
    less = allocate_numbers(demand(*LARGE, *SITES[:40], *SITES[41:]), lock)
    check_stable(lock, less)
    again = allocate_numbers(demand("t900", *LARGE, *SITES[:40], *SITES[41:]), less)
    check_stable(less, again)
    assert again.texts("prefixes")["t900/4"] == "10.79.55.0/24", "what was freed rests"
    check_apart(again)


def test_what_was_freed_is_given_out_when_nothing_else_is_left() -> None:
    block: dict[str, Any] = {"ipv4": IPv4Network("10.64.0.0/22")}
    lock = allocate_numbers(demand("t1", "t2", "t3", "t4", **block), None)
    less = allocate_numbers(demand("t1", "t3", "t4", **block), lock)
    again = allocate_numbers(demand("t1", "t3", "t4", "t5", **block), less)
    assert again.texts("prefixes")["t5/4"] == lock.texts("prefixes")["t2/4"]


def test_each_has_the_size_that_it_asks_for() -> None:
    sizes = {"t1": 24, "t2": 22, "t3": 24, "t4": 20, "t5": 23}
    lock = allocate_numbers(demand("c1", *sizes, small=sizes), None)
    check_apart(lock)
    for centre, length in sizes.items():
        assert ip_network(lock.texts("prefixes")[f"{centre}/4"]).prefixlen == length
    assert len({*lock.section("centres").values()}) == len(sizes) + 1


def test_they_stay_clear_of_what_is_reserved_or_given() -> None:
    own = {"t2/4": ip_network("10.79.254.0/24")}
    reserved = (ip_network("10.79.255.0/24"), ip_network("fd14:2025:ffff::/48"))
    lock = allocate_numbers(demand("t1", "t2", small={"t1": 24}, overrides=own, reserved=reserved), None)
    prefixes = lock.texts("prefixes")
    assert (prefixes["t1/4"], prefixes["t1/6"]) == ("10.79.253.0/24", "fd14:2025:fffe:ff00::/56")


def test_a_centre_of_the_lock_keeps_its_slot() -> None:
    lock = allocate_numbers(demand("c1", "t1", small={}), None)
    later = allocate_numbers(demand("c1", "t1", "t2", small={"t1": 24, "t2": 24}), lock)
    check_stable(lock, later)
    assert later.texts("prefixes")["t1/4"] == "10.65.0.0/16"


@pytest.mark.parametrize("family", ["ipv4", "ipv6"])
def test_a_full_block_is_refused_with_how_many_get_nothing(family: str) -> None:
    small: dict[str, Any] = {"ipv4": IPv4Network("10.64.0.0/20"), "ipv6": IPv6Network("fd14::/52")}
    with pytest.raises(PlanRefused, match="184 small centres, t017 first") as refused:
        allocate_numbers(demand(*SITES, **{family: small[family]}), None)
    (finding,) = refused.value.findings
    assert finding.place.path == "centres.t017"
    assert f"widen networks.{family}" in finding.remedy.en
    wide: dict[str, Any] = {"ipv4": IPv4Network("10.64.0.0/16"), "ipv6": IPv6Network("fd14::/48")}
    allocate_numbers(demand(*SITES, **{family: wide[family]}), None)


def test_two_branches_with_sites_of_their_own_are_brought_together() -> None:
    base = allocate_numbers(demand("c1", "t1"), None)
    ours = allocate_numbers(demand("c1", "t1", "t2"), base)
    theirs = allocate_numbers(demand("c1", "t1", "t3"), base)
    merged, lost = reconcile(ours, theirs)
    assert "centres/t3" in lost
    both = allocate_numbers(demand("c1", "t1", "t2", "t3"), merged)
    check_stable(ours, both)
    check_apart(both)
