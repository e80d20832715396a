"""Staff of a hospital reach what is its own, and no staff of another does."""

from __future__ import annotations

import random
from ipaddress import ip_network

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.checks import check
from medcloud.plan.compute import PlacementPlan
from medcloud.plan.region import RegionPlan
from medcloud.plan.text import to_text
from medcloud.standard.prefixes import Network
from tests.model.sample import changed
from tests.model.test_lans import BASE, OTHER
from tests.plan import sample
from tests.support import campaign
from tests.support.generate_region import good_region

TWO = changed("tenants/group/lan", {"prefixes": ["172.21.0.0/16"]}, OTHER)


def _let_in(placement: PlacementPlan) -> set[str]:
    found = {rule.remote for rule in placement.rules if rule.direction == "ingress"}
    if placement.balancer:
        found |= {cidr for each in placement.balancer.listeners for cidr in each.allowed_cidrs}
    return found


def _strangers(plan: RegionPlan) -> list[str]:
    """LANs of tenants that are let in by workloads of others, by group, balancer or firewall."""
    lans = {
        outside.id.removeprefix("lan:"): {ip_network(p) for p in outside.prefixes}
        for outside in plan.outside
        if outside.id.startswith("lan:")
    }
    ways = [(w.tenant, p.name, _let_in(p)) for w in plan.workloads for p in w.placements]
    ways += [
        (key.split("/")[1], key, {r.source for r in rules if r.direction == "ingress" and r.source})
        for centre in plan.centres
        for key, rules in centre.firewall.items()
    ]
    return [
        f"{tenant} {name}"
        for owner, name, cidrs in ways
        for tenant, lan in lans.items()
        if tenant != owner and any(_meet(ip_network(a), b) for a in cidrs - EVERYBODY for b in lan)
    ]


EVERYBODY = {"0.0.0.0/0", "::/0"}
"""Whom the portals of all tenants let in."""


def _meet(a: Network, b: Network) -> bool:
    """Whether some addresses are in both; the Internet, to which a public workload is open, is no LAN."""
    return a.prefixlen > 0 and a.version == b.version and a.overlaps(b)


@pytest.mark.item("6.1.3-b", "7.2.2-c")
def test_intranet_is_the_tenants_own_lan() -> None:
    plan = sample.plan(parse(TWO, "region.yaml"))
    assert _let_in(sample.placement(plan, "ai", "c1")) == {"172.20.0.0/16", "fd20::/48"}
    lis = sample.placement(plan, "lis", "c1")
    assert lis.balancer and "172.21.0.0/16" in lis.balancer.listeners[1].allowed_cidrs
    assert _strangers(plan) == []
    assert ("lan:county", "ai") in {(flow.source, flow.target) for flow in plan.flows}
    assert "lan:county" in to_text(plan)


@pytest.mark.item("6.1.3-b")
@pytest.mark.rounds
@pytest.mark.parametrize("number", range(20 * campaign.count(1)))
def test_no_lan_of_one_tenant_reaches_another(number: int) -> None:
    rng = random.Random(campaign.seed() + number)  # noqa: S311  # a seed that can be run again
    region = parse(yaml.safe_dump(good_region(rng), allow_unicode=True, sort_keys=False), "region.yaml")
    if region.networks.intranet is None:  # else it may say that staff of the whole region are meant
        assert _strangers(derive(region, allocate(region, Lock()))) == []


def test_a_renamed_tenants_lan_keeps_its_rules() -> None:
    before = sample.plan(parse(TWO, "region.yaml"))
    text = TWO.replace("county", "district")
    after = sample.plan(parse(changed("tenants/district/was", "county", text), "region.yaml"))
    rules = (sample.placement(plan, "ai", "c1").rules for plan in (before, after))
    assert next(rules) == next(rules)


def test_a_lan_upon_which_a_centre_stands_is_refused_with_the_way_out() -> None:
    text = changed("tenants/county/lan", {"prefixes": ["10.65.8.0/24"]}, BASE)
    (problem,) = check(parse(text, "region.yaml"), sample.lock())
    assert problem.loc == ("tenants", "county", "lan", "prefixes", 0)
    assert "NETMAP" in problem.remedy.en
