"""Tenants with IPv6 balancers, and of IPv6 alone: made, reached, and refused by no rule of the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.review.pack_settings import pack_settings
from medcloud_policies.serve import configure
from tests.cloud.ways import lost
from tests.model.sample import changed
from tests.support import promised

TEXT = changed("tenants/county/ip", "v6", changed("tenants/group/ip", "both"))
MEMBERS = changed("workloads/ai/size/instances", 2, changed("workloads/ai/callers", ["lis"], TEXT))


@pytest.mark.item("B.1-c")
def test_it_is_made_and_reached(tmp_path: Path) -> None:
    region = parse(MEMBERS, "region.yaml")
    plan = derive(region, allocate(region, Lock()))
    made = promised.deployed(plan, tmp_path)
    assert lost(plan, made) == []
    assert promised.judged(made, configure.settings(pack_settings(plan))) == []
    balancers = {
        m.name: m.inputs for m in made.made if m.type == "openstack:loadbalancer/loadBalancer:LoadBalancer"
    }
    assert {name for name in balancers if name.startswith("panyu-c1-his-")} == {
        "panyu-c1-his-lb",
        "panyu-c1-his-lb-v6",
    }
    assert {name for name in balancers if name.startswith("panyu-c1-ai-")} == {"panyu-c1-ai-lb-v6"}
    assert {name for name in balancers if "portal" in name} == {"panyu-p1-portal-lb"}
    for name, inputs in balancers.items():
        assert (":" in inputs["vipAddress"]) == name.endswith("-v6")
    for listener in (m for m in made.made if m.type == "openstack:loadbalancer/listener:Listener"):
        six = "-lb-v6" in listener.name
        assert {":" in cidr for cidr in listener.inputs["allowedCidrs"]} == {six}, listener.name
    for member in (m for m in made.made if m.type == "openstack:loadbalancer/member:Member"):
        assert (":" in member.inputs["address"]) == (":" in balancers_of(member.urn)), member.urn


def balancers_of(urn: str) -> str:
    """A colon where the member's balancer is the one with an IPv6 address."""
    return ":" if "-lb-v6-" in urn.rpartition("::")[2] else ""
