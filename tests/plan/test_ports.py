"""Workloads with several ports: who reaches which, by a balancer or not, and members among themselves."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan.compute import PlacementPlan
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE
from tests.plan import sample

PORTS: dict[str, Any] = {
    "web": {"port": 8443, "callers": ["his"], "health": "/ready"},
    "images": {"service": "dicom", "callers": ["emr"]},
    "quorum": {"service": "tcp", "port": 7000, "callers": [], "members": "region"},
    "cache": {"service": "udp", "port": 7001, "callers": [], "members": "centre"},
}


def planned(**changes: Any) -> RegionPlan:
    """The sample with some fields of pacs set (None: left out)."""
    data = yaml.safe_load(SAMPLE)
    data["workloads"]["pacs"] |= changes
    data["workloads"]["pacs"] = {k: v for k, v in data["workloads"]["pacs"].items() if v is not None}
    return sample.plan(parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml"))


@pytest.fixture(scope="module")
def plan() -> RegionPlan:
    return planned(port=None, ports=PORTS)


def remotes(placement: PlacementPlan, direction: str, port: int) -> set[str]:
    rules = (r for r in placement.rules if (r.direction, r.port_min) == (direction, port))
    return {r.remote for r in rules}


def hosts(plan: RegionPlan, workload: str, *centres: str) -> set[str]:
    """Addresses of its instances as rules name them."""
    placed = [sample.placement(plan, workload, centre) for centre in centres]
    pairs = [(i.v4, i.v6) for p in placed for i in p.instances]
    return {f"{v4}/32" for v4, _ in pairs} | {f"{v6}/128" for _, v6 in pairs}


@pytest.mark.item("7.2.1-b")
def test_a_balancer_takes_each_port_in_its_own_way(plan: RegionPlan) -> None:
    balancer = sample.placement(plan, "pacs", "c1").balancer
    assert balancer is not None
    assert (balancer.protocol, balancer.port, balancer.monitor_path) == ("https", 8443, "/ready")
    (images,) = balancer.more
    assert (images.name, images.protocol, images.port) == ("images", "tls", 2762)


@pytest.mark.item("7.2.2-c")
def test_each_port_lets_its_own_callers_in(plan: RegionPlan) -> None:
    balancer = sample.placement(plan, "pacs", "c1").balancer
    assert balancer is not None
    own = {h for h in hosts(plan, "emr", "c1", "c2", "r1") if h.endswith("/32")}
    assert set(balancer.more[0].allowed_cidrs) == own
    vip = f"{balancer.v4}/32"
    assert vip in remotes(sample.placement(plan, "emr", "c1"), "egress", 2762)
    assert not remotes(sample.placement(plan, "his", "c1"), "egress", 2762)
    assert vip in remotes(sample.placement(plan, "his", "c1"), "egress", 8443)


@pytest.mark.item("7.2.2-c")
def test_members_reach_each_other_past_the_balancer(plan: RegionPlan) -> None:
    everywhere, here = hosts(plan, "pacs", "c1", "c2", "r1"), hosts(plan, "pacs", "c1")
    placement = sample.placement(plan, "pacs", "c1")
    for direction in ("ingress", "egress"):
        assert remotes(placement, direction, 7000) == everywhere
        assert remotes(placement, direction, 7001) == here
    crossing = [rule for rules in plan.centre("c1").firewall.values() for rule in rules]
    assert {rule.direction for rule in crossing if rule.port == "7000"} == {"ingress", "egress"}
    assert not [rule for rule in crossing if rule.port == "7001"]


def test_datagrams_are_said_to_be_datagrams(plan: RegionPlan) -> None:
    rules = [r for r in sample.placement(plan, "pacs", "c1").rules if r.port_min == 7001]
    assert rules and {r.protocol for r in rules} == {"udp"}


def test_a_database_is_reached_without_a_balancer() -> None:
    plan = planned(kind="database", storage=None, port=5432)
    placement = sample.placement(plan, "pacs", "c1")
    assert placement.balancer is None
    assert placement.instances[0].boot is not None
    assert hosts(plan, "pacs", "c1") <= remotes(sample.placement(plan, "his", "c1"), "egress", 5432)


@pytest.mark.item("7.3.2.2-a")
def test_a_database_boots_from_a_volume_of_its_tier() -> None:
    boot = sample.placement(planned(kind="database", storage=None, port=5432), "pacs", "c1").instances[0].boot
    assert boot is not None
    assert (boot.tier, boot.size_gib, boot.encrypted) == ("database-encrypted", 40, True)


def test_one_port_alone_is_the_plan_it_was() -> None:
    assert planned(port=None, ports={"main": {"port": 8443}}) == planned()
