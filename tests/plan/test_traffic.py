"""Who may talk to whom, and how: rules, balancers, firewalls, links, names."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
import yaml

from medcloud.model import Region, parse
from medcloud.plan import PlanRefused
from medcloud.plan.region import RegionPlan
from tests.plan import sample
from tests.plan.sample import placement


@pytest.fixture(scope="module")
def plan() -> RegionPlan:
    return sample.plan()


def groups(plan: RegionPlan) -> dict[str, tuple[str, ...]]:
    return {p.name: tuple(r.key for r in p.rules) for w in plan.workloads for p in w.placements}


@pytest.mark.item("7.2.2-c")
def test_nothing_is_open_to_the_world(plan: RegionPlan) -> None:
    rules = [r for w in plan.workloads for p in w.placements for r in p.rules]
    assert rules
    for rule in rules:
        assert ip_network(rule.remote).prefixlen >= (24 if rule.version == 4 else 64), rule
        assert rule.port_min == rule.port_max


def test_keys_are_unique_in_their_group(plan: RegionPlan) -> None:
    for keys in groups(plan).values():
        assert len(keys) == len(set(keys))
        assert not [key for key in keys if "::" in key or "/" in key]


@pytest.mark.item("7.2.2-c")
def test_every_call_has_both_its_ends(plan: RegionPlan) -> None:
    """For each flow: the caller may leave for each front, and the callee lets in each caller."""
    for flow in plan.flows:
        if flow.source == "internet":
            continue
        callers = next(w for w in plan.workloads if w.id == flow.source).placements
        for target in next(w for w in plan.workloads if w.id == flow.target).placements:
            fronts = [target.balancer.v4] if target.balancer else [i.v4 for i in target.instances]
            for caller in callers:
                egress = {(r.remote, r.port_min) for r in caller.rules if r.direction == "egress"}
                assert {(f"{v4}/32", flow.port) for v4 in fronts} <= egress
                addresses = {f"{i.v4}/32" for i in caller.instances}
                if target.balancer:
                    assert addresses <= set(target.balancer.allowed_cidrs)
                else:
                    assert addresses <= {r.remote for r in target.rules if r.direction == "ingress"}


@pytest.mark.item("7.2.2-c")
def test_who_is_not_named_may_not_call(plan: RegionPlan) -> None:
    ai = placement(plan, "ai", "c1").instances[0]
    balancer = placement(plan, "his", "c1").balancer
    assert balancer is not None
    assert f"{ai.v4}/32" not in balancer.allowed_cidrs
    his = placement(plan, "his", "c1")
    assert [r.remote for r in his.rules if r.direction == "ingress"] == ["10.64.0.128/25"]


def test_members_let_in_only_the_clouds_half_of_the_subnet(plan: RegionPlan) -> None:
    """No instance and no other balancer has an address there."""
    for centre in plan.centres:
        for network in centre.domains:
            v4 = next(s for s in network.subnets if s.version == 4)
            assert v4.pool is not None
            half = next(ip_network(v4.cidr).subnets(new_prefix=ip_network(v4.cidr).prefixlen + 1))
            for workload in plan.workloads:
                for placed in workload.placements:
                    if placed.domain == network.key:
                        ours = [i.v4 for i in placed.instances]
                        ours += [placed.balancer.v4] if placed.balancer else []
                        assert all(ip_network(a).subnet_of(half) for a in ours)  # type: ignore[arg-type]  # v4


def test_many_callers_are_named_by_subnet() -> None:
    many = sample.edited(
        ("instances: 2, vcpus: 8", "instances: 9, vcpus: 8"), ("kylin-v10, hosts: 2", "kylin-v10, hosts: 9")
    )
    balancer = placement(sample.plan(many), "emr", "c1").balancer
    assert balancer is not None
    assert "10.64.0.0/24" in balancer.allowed_cidrs


@pytest.mark.item("7.2.1-b")
def test_balancers_speak_tls_1_3_alone(plan: RegionPlan) -> None:
    found = {p.name: p.balancer for w in plan.workloads for p in w.placements}
    assert found["panyu-c1-ai"] is None
    assert found["panyu-r1-lis"] is None
    portal = found["panyu-p1-portal"]
    assert portal is not None
    assert (portal.floating, portal.allowed_cidrs) == (True, ("0.0.0.0/0",))
    for balancer in found.values():
        assert balancer is None or balancer.tls_versions == ("TLSv1.3",)
    assert sum(b is not None and b.floating for b in found.values()) == 1


@pytest.mark.item("6.5-b")
def test_every_perimeter_ends_in_denial(plan: RegionPlan) -> None:
    for centre in plan.centres:
        assert set(centre.firewall) == {network.key for network in centre.domains}
        for rules in centre.firewall.values():
            for direction in ("ingress", "egress"):
                for version in (4, 6):
                    mine = [r for r in rules if (r.direction, r.version) == (direction, version)]
                    assert [r.action for r in mine].count("deny") == 1
                    last = mine[-1]
                    assert (last.action, last.protocol, last.source, last.destination) == (
                        "deny",
                        "any",
                        None,
                        None,
                    )
            assert len({r.key for r in rules}) == len(rules)
            assert all(r.port and r.destination for r in rules if r.action == "allow")


@pytest.mark.item("6.5-b", "A.1-c")
def test_the_perimeter_lets_pass_what_is_declared(plan: RegionPlan) -> None:
    dmz = [r for r in plan.centre("p1").firewall["p1/group/dmz"] if r.action == "allow"]
    assert [(r.direction, r.source, r.port) for r in dmz if r.direction == "ingress"] == [
        ("ingress", None, "443")
    ]
    assert {r.destination for r in dmz if r.direction == "egress"} == {
        "10.64.0.0/24", "10.65.0.0/24", "10.66.0.0/24",
    }  # fmt: skip
    assert not [r for r in plan.centre("e1").firewall["e1/group/business"] if r.action == "allow"]


@pytest.mark.item("7.2.1-b")
def test_centres_are_joined_by_ipsec_in_both_families(plan: RegionPlan) -> None:
    pairs = {(link.local, link.peer, link.version): link for c in plan.centres for link in c.links}
    assert len(pairs) == sum(len(c.links) for c in plan.centres)
    joined = {(a, b) for a, b, _ in pairs}
    assert joined == {(a, b) for a in ("c1", "c2", "r1", "p1") for b in ("c1", "c2", "r1", "p1") if a != b}
    for (local, peer, version), link in pairs.items():
        other = pairs[peer, local, version]
        assert (link.local_cidrs, link.peer_cidrs) == (other.peer_cidrs, other.local_cidrs)
        assert all(ip_network(cidr).version == version for cidr in link.local_cidrs)
        assert (link.ike_integrity, link.esp_encryption, link.group) == ("sha256", "aes-256", "group14")
    assert len({link.key for link in pairs.values()}) == len(pairs)


@pytest.mark.item("7.2.1-b")
@pytest.mark.parametrize(
    ("field", "text", "centres"),
    [("vpn", "vpn: false", ("c1", "r1", "p1")), ("external", "", ("c1", "r1"))],
)
def test_a_centre_without_vpn_service_is_refused_where_data_would_pass(
    field: str, text: str, centres: tuple[str, ...]
) -> None:
    for centre in centres:
        with pytest.raises(PlanRefused) as refused:
            sample.plan(without_service(centre, text))
        assert (refused.value.findings[0].item, refused.value.findings[0].place.path) == (
            "7.2.1-b",
            f"centres.{centre}.{field}",
        )


def test_a_centre_that_nothing_reaches_needs_no_vpn_service() -> None:
    assert sample.plan(without_service("e1", "vpn: false")).centre("e1").links == ()


def without_service(centre: str, text: str) -> Region:
    """The sample with other words in place of a centre's external network."""
    data = yaml.safe_load(sample.FILE.read_text(encoding="utf-8"))
    del data["centres"][centre]["external"]
    data["centres"][centre].update(yaml.safe_load(text) or {})
    if text:
        data["centres"][centre]["external"] = "external"
    return parse(yaml.safe_dump(data, allow_unicode=True), "region.yaml")


@pytest.mark.item("B.1-c")
def test_names_lead_to_where_it_runs_now(plan: RegionPlan) -> None:
    found = {(r.name, r.type): r for r in plan.records}
    his = found["his.panyu.example.", "A"]
    assert (his.values, his.ttl) == (("10.64.0.2", "10.65.0.2"), 60)
    assert found["ai.panyu.example.", "AAAA"].values == ("fd14:2025:0:2::30", "fd14:2025:1:2::30")
    assert found["ai.panyu.example.", "A"].ttl == 300
    assert ("his.panyu.example.", "AAAA") not in found, "a balancer has no v6 address"


def test_calls_from_the_hospitals_own_network() -> None:
    inside = sample.edited(
        ("callers: [pacs, emr]", "callers: [intranet]"),
        ("vni: {first", "reserved: [192.168.0.0/16, fd77::/48]\n  vni: {first"),
    )
    rules = placement(sample.plan(inside), "archive", "c1").rules
    ingress = {r.remote for r in rules if r.direction == "ingress"}
    assert ingress == {"192.168.0.0/16", "fd77::/48"}
    open_inside = sample.plan(sample.edited(("callers: [pacs, emr]", "callers: [intranet]")))
    ingress = {r.remote for r in placement(open_inside, "archive", "c1").rules if r.direction == "ingress"}
    assert ingress == {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"}
