"""Tiers on the cloud's own backends, and accelerators for instances."""

from __future__ import annotations

import pytest

from medcloud.model import Region, parse
from tests.model.sample import changed
from tests.model.test_accelerators import GPU, text
from tests.plan import sample

BACKENDS = {
    "database": "array",
    "block": "ceph-ssd",
    "image": "ceph-hdd",
    "archive": "ceph-hdd",
    "general": "ceph-ssd",
}
"""An array for databases, hosts' disks for the rest, by what they are kept on."""


def region() -> Region:
    """The sample with the backends of one centre named."""
    return parse(changed("centres/c1/backends", BACKENDS), "region.yaml")


@pytest.mark.item("7.3.2.5-a", "6.1.2-a")
def test_volumes_go_to_the_backend_of_their_tier() -> None:
    plan = sample.plan(region())
    found = {tier.id: dict(tier.extra_specs) for tier in plan.centre("c1").tiers}
    assert found == {
        tier: {"volume_backend_name": BACKENDS[tier.removesuffix("-encrypted")]}
        for tier in ("block-encrypted", "image-encrypted", "general-encrypted", "archive-encrypted")
    }
    assert all(not tier.extra_specs for tier in plan.centre("c2").tiers), "it names none"


@pytest.mark.item("6.1.1-b")
def test_an_instance_gets_accelerators_of_its_own() -> None:
    plan = sample.plan(parse(text(GPU, ai=2), "region.yaml"))
    (made,) = [f for p in plan.centre("c1").pools for f in p.flavors if "gpu" in f.name]
    assert made.name == "panyu-c1-general-8x32x2gpu-40g-pinned"
    assert made.extra_specs["pci_passthrough:alias"] == "a2:2"
    assert made.extra_specs["hw:pci_numa_affinity_policy"] == "preferred"
    others = [f for p in plan.centre("c1").pools for f in p.flavors if f is not made]
    assert others and not any("pci_passthrough:alias" in f.extra_specs for f in others)


@pytest.mark.item("7.1.1.4-c", "6.1.1-a", "6.2.1-a", "A.1-a")
def test_one_scheduler_takes_each_to_hosts_of_its_instruction_set() -> None:
    plan = sample.plan()
    pools = {pool.id: pool for pool in plan.centre("c1").pools}
    assert {id_: (pool.isa, pool.os) for id_, pool in pools.items()} == {
        "core": ("c86", "kylin-v10"),
        "general": ("arm64", "openeuler-24.03"),
    }
    for pool in pools.values():
        traits = {key for f in pool.flavors for key in f.extra_specs if key.startswith("trait:")}
        assert traits == {f"trait:CUSTOM_ISA_{pool.isa.upper()}"}
        assert pool.image.isa == pool.isa and pool.image.os == pool.os
    sizes = {f.name for f in pools["general"].flavors}
    assert sizes == {
        "panyu-c1-general-4x16-40g-pinned",
        "panyu-c1-general-2x8-40g",
        "panyu-c1-general-8x32-40g-pinned",
    }, "what its workloads ask for and no more"


@pytest.mark.item("6.3.2-c")
def test_services_come_up_in_their_order() -> None:
    plan = sample.plan(parse(changed("workloads/portal/depends_on", ["his"]), "region.yaml"))
    assert sample.placement(plan, "portal", "p1").after == (), "his is in no public centre"
    plan = sample.plan(parse(changed("workloads/his/depends_on", ["lis", "pacs"]), "region.yaml"))
    assert sample.placement(plan, "his", "r1").after == ("panyu-r1-lis", "panyu-r1-pacs")
    assert sample.placement(plan, "lis", "r1").after == ()


@pytest.mark.item("6.2.1-c")
def test_load_is_shared_where_there_are_several() -> None:
    plan = sample.plan()
    balancer = sample.placement(plan, "his", "c1").balancer
    assert balancer is not None
    assert (balancer.algorithm, balancer.monitor_path) == ("LEAST_CONNECTIONS", "/healthz")
    assert sample.placement(plan, "ai", "c1").balancer is None, "it has one instance"
