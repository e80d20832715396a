"""Address families: balancers with IPv6 beside IPv4, and tenants of IPv6 alone."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from medcloud.model import Region, parse
from medcloud.plan import Lock, allocate, derive, to_text
from medcloud.plan.checks import check
from medcloud.plan.hosts.rows import host_rows
from medcloud.plan.region import RegionPlan
from tests.model.sample import changed
from tests.plan import sample
from tests.plan.sample import placement

pytestmark = pytest.mark.item("B.1-c")
BOTH = changed("tenants/group/ip", "both")
ALONE = changed("tenants/county/ip", "v6", changed("workloads/ai/size/instances", 2, BOTH))
"""The county is called by nobody and calls the group."""
STAFF = changed("workloads/ai/callers", ["intranet"], ALONE)
LIS = changed("workloads/ai/callers", ["lis"], ALONE)
PARTNER = {"name": "短信", "prefixes": ["203.0.113.8/32"], "by": "line", "ports": {"a": 9443}}
TO_PARTNER = changed("workloads/ai/calls", ["sms"], changed("partners/sms", PARTNER, ALONE))

KNOWN = changed("partners/sms/prefixes", ["203.0.113.8/32", "2001:db8:1::/64"], TO_PARTNER)


def region(text: str) -> Region:
    return parse(text, "region.yaml")


def planned(text: str) -> RegionPlan:
    found = region(text)
    return derive(found, allocate(found, Lock()))


def test_a_balancer_has_an_address_of_each_family_where_asked() -> None:
    before, after = sample.plan(), planned(BOTH)
    his = placement(after, "his", "c1").balancer
    was = placement(before, "his", "c1").balancer
    assert his and was and (was.v6, his.v4) == ("", was.v4)
    core = next(d for d in after.centre("c1").domains if d.key == "c1/group/core")
    assert any(ip_address(his.v6) in ip_network(s.cidr) for s in core.subnets)
    assert {":" in cidr for cidr in his.allowed_cidrs} == {True, False}
    records = {(r.name, r.type): r.values for r in after.records}
    assert his.v6 in records["his.panyu.example.", "AAAA"]
    assert not [r for r in before.records if r.workload == "his" and r.type == "AAAA"]


def test_what_was_stays_as_it_was_beside_it() -> None:
    before, after = sample.plan(), planned(BOTH)
    for workload in before.workloads:
        for old in workload.placements:
            new = placement(after, workload.id, old.centre)
            assert new.instances == old.instances
            assert {r.key for r in old.rules} <= {r.key for r in new.rules}
    locks = [allocate(each, Lock()) for each in (sample.region(), region(BOTH))]
    assert locks[0] == locks[1]


def test_what_faces_the_public_keeps_its_one_address() -> None:
    portal = placement(planned(BOTH), "portal", "p1").balancer
    assert portal is not None and portal.v4 and not portal.v6


def test_a_tenant_of_ipv6_alone_has_nothing_of_ipv4() -> None:
    plan = planned(LIS)
    own = {d.key: d for c in plan.centres for d in c.domains if d.tenant == "county"}
    assert own and {s.version for d in own.values() for s in d.subnets} == {6}
    (ai,) = [w for w in plan.workloads if w.id == "ai"]
    for placed in ai.placements:
        assert all(i.v4 == "" and i.v6 for i in placed.instances)
        assert placed.rules and {r.version for r in placed.rules} == {6}
        assert {r.direction for r in placed.rules} == {"ingress", "egress"}
        if placed.balancer:
            assert placed.balancer.v4 == "" and placed.balancer.at.startswith("[fd14:")
            assert {":" in cidr for cidr in placed.balancer.allowed_cidrs} == {True}
    assert {r.type for r in plan.records if r.workload == "ai"} == {"AAAA"}
    allowed = [r for c in plan.centres for k, rules in c.firewall.items() if k in own for r in rules]
    assert {r.version for r in allowed if r.action == "allow"} == {6}
    assert all(row.v6 and not row.v4 for row in host_rows(plan) if row.workload == "ai")
    assert f"{ai.placements[0].instances[0].v6}" in to_text(plan, details=True)


def test_a_log_audit_is_told_to_each_sender_in_its_family() -> None:
    audit = {
        "kind": "logs",
        "level": 3,
        "pool": "general",
        "size": {"instances": 2, "vcpus": 2, "memory_gib": 4, "data_gib": 10},
        "ports": {"in": {"service": "syslog"}},
        "callers": ["all"],
    }
    rows = {row.name: row for row in host_rows(planned(changed("workloads/audit", audit, ALONE)))}
    assert rows["panyu-c1-his-0"].site.log_receiver.startswith("10.64.")
    assert rows["panyu-c1-ai-0"].site.log_receiver.startswith("[fd14:")


THEIRS = {"existing": "n", "ipv4": "192.168.0.0/24"}
BAD = (
    (changed("tenants/county/ip", "v6"), "tenants.county.ip", "tenants.group.ip: both"),
    (TO_PARTNER, "tenants.county.ip", "partners.sms.prefixes"),
    (
        changed("networks/intranet", ["192.168.0.0/16"], STAFF),
        "tenants.county.ip",
        "networks.intranet",
    ),
    (
        changed(
            "tenants/county/lan",
            {"prefixes": ["172.20.0.0/24"]},
            STAFF,
        ),
        "tenants.county.ip",
        "tenants.county.lan.prefixes",
    ),
    (
        changed("tenants/group/ip", "v6", changed("workloads/ai/tenant", "group")),
        "workloads.portal.exposure",
        "",
    ),
    (
        changed("centres/c1/networks", {"core": THEIRS}, BOTH),
        "centres.c1.networks.core",
        "ipv6",
    ),
    (
        changed("centres/c1/networks", {"county/business": THEIRS}, ALONE),
        "centres.c1.networks.county/business",
        "medcloud",
    ),
)


@pytest.mark.parametrize(("text", "place", "remedy"), BAD)
def test_what_cannot_be_is_refused(text: str, place: str, remedy: str) -> None:
    found = [p for p in check(region(text), None) if ".".join(map(str, p.loc)) == place]
    assert found and remedy in found[0].remedy.en
    assert len({p.message for p in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [BOTH, ALONE, LIS, KNOWN],
)
def test_what_can_be_is_not(text: str) -> None:
    assert check(region(text), None) == []
