"""VPNs to institutions outside: from each router with a flow, with the networks of that flow alone."""

from __future__ import annotations

import pytest

from medcloud.model import parse
from medcloud.plan import PlanRefused
from medcloud.plan.checks import check
from medcloud.plan.network import LinkPlan
from medcloud.plan.region import RegionPlan
from medcloud.plan.text import to_text
from tests.model.sample import changed
from tests.model.test_gateways import BASE
from tests.plan import sample

pytestmark = pytest.mark.item("7.2.1-b")
CALLS = changed("workloads/his/calls", ["sms"], BASE)
STAFF = changed("workloads/ai/callers", ["intranet"], BASE)


def _links(plan: RegionPlan, peer: str) -> dict[str, LinkPlan]:
    return {link.name: link for centre in plan.centres for link in centre.links if link.peer == peer}


def test_a_partner_is_linked_where_it_is_called_and_nowhere_else() -> None:
    plan = sample.plan(parse(CALLS, "region.yaml"))
    found = _links(plan, "sms")
    assert set(found) == {f"panyu-{centre}-link-sms-v4" for centre in ("c1", "c2", "r1")}
    link = found["panyu-c1-link-sms-v4"]
    assert (link.local_cidrs, link.peer_cidrs) == (("10.64.0.0/24",), ("203.0.113.8/32",))
    assert (link.gateway, link.local_project) == ("203.0.113.9", "")
    assert "203.0.113.9" in to_text(plan)
    assert _links(plan, "lan:county") == {}, "nobody of its staff calls"


def test_staff_come_by_the_vpn_of_their_hospital() -> None:
    plan = sample.plan(parse(STAFF, "region.yaml"))
    found = _links(plan, "lan:county")
    assert set(found) == {f"panyu-{centre}-link-lan-county-v4" for centre in ("c1", "c2", "r1")}
    assert {link.local_cidrs for link in found.values()} == {
        ("10.64.2.0/24",), ("10.65.2.0/24",), ("10.66.2.0/24",),
    }  # fmt: skip
    assert _links(plan, "sms") == {}


def test_a_renamed_tenants_vpn_keeps_its_name() -> None:
    renamed = changed("tenants/district/was", "county", STAFF.replace("county", "district"))
    plan = sample.plan(parse(renamed, "region.yaml"))
    assert set(_links(plan, "lan:district")) == set(
        _links(sample.plan(parse(STAFF, "region.yaml")), "lan:county")
    )


def test_a_centre_without_vpn_service_is_refused_by_check_and_plan() -> None:
    calls = changed("workloads/gateway/calls", ["sms"], BASE)
    region = parse(changed("centres/e1/vpn", False, calls), "region.yaml")
    (problem,) = check(region, sample.lock())
    assert (problem.loc, problem.item) == (("centres", "e1", "vpn"), "7.2.1-b")
    with pytest.raises(PlanRefused, match=r"centres\.e1\.vpn"):
        sample.plan(region)
