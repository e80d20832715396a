"""A centre's prefix stands, whatever happens to the block that it was cut from."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Any

import pytest

from medcloud.plan import PlanRefused
from medcloud.plan.network.numbers.demand import Demand
from tests.plan.edits import allocate_numbers, check_stable, check_whole


def demand(*centres: str, **more: Any) -> Demand:
    values: dict[str, Any] = {
        "ipv4": IPv4Network("10.64.0.0/12"),
        "ipv6": IPv6Network("fd14:2025::/32"),
        "vni_first": 1,
        "vni_last": 9,
        "centres": centres,
        "networks": tuple(f"{c}/t/d" for c in centres),
        "vips": (),
        "instances": (),
    }
    return Demand(**{**values, **more})


def test_a_block_can_be_widened_while_it_is_in_use() -> None:
    lock = allocate_numbers(demand("c1", "c2"), None)
    wide = demand("c1", "c2", *(f"n{i}" for i in range(7)), ipv4=IPv4Network("10.0.0.0/8"))
    grown = allocate_numbers(wide, lock)
    check_stable(lock, grown)
    check_whole(wide, grown)
    assert grown.texts("prefixes")["n0/4"] == "10.32.0.0/12"
    assert "10.64.0.0/12" not in grown.texts("prefixes").values(), "the slot that holds the old block"


def test_another_block_is_refused() -> None:
    lock = allocate_numbers(demand("c1"), None)
    with pytest.raises(PlanRefused, match=r"10\.64\.0\.0/16") as refused:
        allocate_numbers(demand("c1", ipv4=IPv4Network("10.80.0.0/12")), lock)
    assert refused.value.findings[0].place.path == "centres.c1.ipv4"
    assert "centres.c1.ipv4: 10.64.0.0/16" in refused.value.findings[0].remedy.en
    kept = demand("c1", ipv4=IPv4Network("10.80.0.0/12"), overrides={"c1/4": ip_network("10.64.0.0/16")})
    assert allocate_numbers(kept, lock) == lock, "the remedy helps"


def test_an_override_is_honoured_and_others_stay_clear_of_it() -> None:
    wanted = demand("c1", "c2", overrides={"c2/4": ip_network("10.64.0.0/16")})
    lock = allocate_numbers(wanted, None)
    assert lock.texts("prefixes")["c2/4"] == "10.64.0.0/16"
    assert lock.texts("prefixes")["c1/4"] == "10.65.0.0/16"
    check_whole(wanted, lock)


@pytest.mark.parametrize("prefix", ["10.64.0.0/16", "10.64.128.0/17", "10.64.0.0/15"])
def test_an_override_on_what_another_centre_has_is_refused(prefix: str) -> None:
    lock = allocate_numbers(demand("c1"), None)
    with pytest.raises(PlanRefused, match="overlaps"):
        allocate_numbers(demand("c1", "c2", overrides={"c2/4": ip_network(prefix)}), lock)


def test_an_override_that_is_too_small_is_refused() -> None:
    with pytest.raises(PlanRefused, match="too small"):
        allocate_numbers(demand("c1", overrides={"c1/4": ip_network("10.64.0.0/26")}), None)


def test_a_centre_cannot_be_moved_by_an_override() -> None:
    lock = allocate_numbers(demand("c1"), None)
    with pytest.raises(PlanRefused, match="never move"):
        allocate_numbers(demand("c1", overrides={"c1/6": ip_network("fd99::/48")}), lock)


def test_new_prefixes_stay_clear_of_reserved_ones() -> None:
    reserved = (ip_network("10.64.0.0/16"), ip_network("10.65.0.0/24"))
    lock = allocate_numbers(demand("c1", reserved=reserved), None)
    assert lock.texts("prefixes")["c1/4"] == "10.66.0.0/16"
    own = demand("c1", reserved=reserved, overrides={"c1/4": ip_network("10.65.0.0/16")})
    assert allocate_numbers(own, None).section("subnets") == {"c1/t/d/0": 1}, "its first subnet is reserved"


def test_what_stands_cannot_be_reserved() -> None:
    lock = allocate_numbers(demand("c1"), None)
    with pytest.raises(PlanRefused, match="in use"):
        allocate_numbers(demand("c1", reserved=(ip_network("10.64.0.0/24"),)), lock)


@pytest.mark.parametrize("block", ["10.0.0.0/8", "10.0.0.0/12", "10.0.0.0/16", "10.0.0.0/20"])
def test_blocks_of_every_size_hold_sixteen_centres(block: str) -> None:
    wanted = demand(*(f"c{n}" for n in range(16)), vni_last=99, ipv4=IPv4Network(block))
    check_whole(wanted, allocate_numbers(wanted, None))
