"""What exists already is used by name, and planned around."""

from __future__ import annotations

import pytest

from medcloud.model import RegionRefused
from medcloud.plan import PlanRefused
from tests.plan import sample
from tests.plan.sample import placement

C1 = "c1: {role: active, site: shiqiao,"


def with_network(prefixes: str) -> tuple[str, str]:
    """The sample's c1 with a core network that exists."""
    return C1, f"{C1} networks: {{core: {{existing: theirs{prefixes}}}}},"


def test_an_existing_network_is_used_with_its_own_prefixes() -> None:
    plan = sample.plan(sample.edited(with_network(", ipv4: 192.168.2.0/24, ipv6: fd20:db8::/64")))
    core = next(n for n in plan.centre("c1").domains if n.id == "core")
    assert core.existing == "theirs"
    assert [s.cidr for s in core.subnets] == ["192.168.2.0/24", "fd20:db8::/64"]
    his = placement(plan, "his", "c1")
    assert [(i.v4, i.v6) for i in his.instances] == [
        ("192.168.2.48", "fd20:db8::30"),
        ("192.168.2.49", "fd20:db8::31"),
    ]
    assert his.balancer is not None
    assert his.balancer.v4 == "192.168.2.2"
    business = next(n for n in plan.centre("c1").domains if n.id == "business")
    assert (business.existing, business.subnets[0].cidr) == (None, "10.64.0.0/24")


def test_an_existing_network_without_ipv6_has_none() -> None:
    plan = sample.plan(sample.edited(with_network(", ipv4: 192.168.2.0/24")))
    his = placement(plan, "his", "c1")
    assert [i.v6 for i in his.instances] == ["", ""]
    archive = [r for r in plan.records if r.workload == "archive"]
    assert {r.type: len(r.values) for r in archive} == {"A": 2, "AAAA": 1}
    assert not [r for r in his.rules if r.version == 6 and r.reason == "names"]


def test_an_existing_network_of_unknown_prefix_cannot_be_planned() -> None:
    with pytest.raises(RegionRefused) as refused:
        sample.edited(with_network(""))
    assert [f.place.path for f in refused.value.findings] == ["centres.c1.networks.core.ipv4"]


def test_an_existing_network_that_is_too_small_says_so() -> None:
    with pytest.raises(PlanRefused, match="does not hold all workloads of c1/group/core"):
        sample.plan(sample.edited(with_network(", ipv4: 192.168.2.0/28")))


def test_flavors_images_keys_certificates_types_zones_and_projects() -> None:
    plan = sample.plan(
        sample.edited(
            (
                "storage_gbps: 25, numa_nodes: 4}",
                "storage_gbps: 25, numa_nodes: 4, flavors: {8x32: {existing: big}}}",
            ),
            ("kylin-v10: {file: images/cloud.img}", "kylin-v10: {existing: golden}"),
            ("his: {kind: his,", "his: {kind: his, key: {existing: ops}, certificate: {existing: cert},"),
            (
                "block: {backend: distributed,",
                "block: {backend: distributed, encrypted_type: {existing: fast},",
            ),
            ("domain: panyu.example", "domain: panyu.example\n  zone: {existing: zone-1}"),
            ("group: {name: 番禺医疗集团}", "group: {name: 番禺医疗集团, project: {existing: hospital}}"),
        )
    )
    c1, his = plan.centre("c1"), placement(plan, "his", "c1")
    assert {i.flavor for i in his.instances} == {"big"}
    assert {i.image for i in his.instances} == {"golden"}
    assert {f.existing for f in c1.pools[0].flavors if f.vcpus == 8} == {"big"}
    assert (c1.pools[0].image.existing, c1.pools[0].image.file) == ("golden", None)
    assert his.key_pair == "ops"
    assert his.balancer is not None
    assert his.balancer.certificate == "cert"
    assert {v.volume_type for i in his.instances for v in i.volumes} == {"fast"}
    assert next(t for t in c1.tiers if t.id == "block-encrypted").existing == "fast"
    assert plan.zone_existing == "zone-1"
    assert dict(c1.projects) == {"group": "hospital"}


def test_names_that_come_out_alike_are_refused() -> None:
    """Workload ``his-0`` would be called like the first server of ``his``."""
    with pytest.raises(PlanRefused, match="panyu-c1-his-0") as refused:
        sample.plan(
            sample.edited(
                (
                    "  gateway: {kind: edge, level: 2, pool: edge",
                    "  his-0: {kind: oa, level: 2, pool: general",
                )
            )
        )
    assert "his" in refused.value.findings[0].place.path
