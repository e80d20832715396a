"""Where workloads run, and what protects them."""

from __future__ import annotations

import pytest

from medcloud.plan.protection.levels import row
from tests.plan import sample
from tests.plan.sample import placement


def counts(workload: str, *changes: tuple[str, str]) -> dict[str, int]:
    """Instances of a workload by centre."""
    plan = sample.plan(sample.edited(*changes))
    placed = next(w for w in plan.workloads if w.id == workload).placements
    return {p.centre: len(p.instances) for p in placed}


@pytest.mark.item("A.5-b", "7.3.2.4-a")
def test_standby_copies_by_the_time_that_the_level_allows() -> None:
    assert counts("his") == {"c1": 2, "c2": 2, "r1": 2}
    assert counts("lis") == {"c1": 2, "c2": 2, "r1": 1}
    assert counts("lis", ("{kind: lis, level: 3", "{kind: lis, level: 2")) == {"c1": 2, "c2": 2}


@pytest.mark.item("A.1-b")
def test_the_public_goes_to_the_public_centre_and_nothing_else_does() -> None:
    both = ("public: {centres: [p1]", "public: {centres: [c1, p1]")
    assert counts("portal", both) == {"p1": 2}
    inside = (both, ("exposure: public, ", ""), ("callers: [internet]", "callers: []"))
    assert counts("portal", *inside) == {"c1": 2}


def test_a_pool_in_a_recovery_centre_alone_is_a_home() -> None:
    changes = (("edge: {centres: [e1]", "edge: {centres: [r1]"),)
    assert counts("gateway", *changes) == {"r1": 1}


@pytest.mark.item("7.2.1-b")
@pytest.mark.parametrize(
    ("level", "encrypted", "rpo", "rto"),
    [
        pytest.param(1, False, None, None, marks=pytest.mark.item("C.2-e")),
        pytest.param(2, False, 86400, 7200, marks=pytest.mark.item("C.2-d")),
        pytest.param(3, True, 3600, 900, marks=pytest.mark.item("C.2-c")),
        pytest.param(4, True, 15, 300, marks=pytest.mark.item("C.2-b")),
        pytest.param(5, True, 15, 300, marks=pytest.mark.item("C.2-a")),
    ],
)
def test_protection_is_table_c1(level: int, encrypted: bool, rpo: int | None, rto: int | None) -> None:
    found = row(level)
    assert (found.encrypted, found.rpo_seconds, found.rto_seconds) == (encrypted, rpo, rto)


@pytest.mark.item("7.3.2.2-b", "7.3.2.2-c", "7.3.2.2-d", "7.3.2.2-e", "7.2.1-b")
@pytest.mark.parametrize(
    ("workload", "tier"),
    [
        ("his", "block-encrypted"),
        ("pacs", "image-encrypted"),
        ("archive", "archive-encrypted"),
        ("ai", "general-encrypted"),
    ],
)
def test_volumes_sit_on_the_tier_of_their_kind(workload: str, tier: str) -> None:
    plan = sample.plan()
    for instance in placement(plan, workload, "c1").instances:
        for volume in instance.volumes:
            assert (volume.tier, volume.volume_type, volume.encrypted) == (tier, f"panyu-c1-{tier}", True)
    made = {t.id: t for t in plan.centre("c1").tiers}[tier]
    assert (made.volume_type, made.cipher, made.key_bits) == (f"panyu-c1-{tier}", "aes-xts-plain64", 256)


def test_plain_tiers_have_no_cipher() -> None:
    (tier,) = sample.plan().centre("p1").tiers
    assert (tier.id, tier.encrypted, tier.cipher, tier.key_bits) == ("general", False, None, None)


@pytest.mark.item("7.3.2.2-a")
def test_databases_sit_on_the_central_tier() -> None:
    plan = sample.plan(sample.edited(("his: {kind: his, level: 4,", "his: {kind: database, level: 4,")))
    assert placement(plan, "his", "c1").instances[0].volumes[0].tier == "database-encrypted"


@pytest.mark.item("7.3.1.2-a", "7.5.1-c")
def test_core_kinds_get_processors_of_their_own_on_one_node() -> None:
    plan = sample.plan()
    pools = {pool.id: pool for pool in plan.centre("c1").pools}
    core = {flavor.name: flavor for flavor in pools["core"].flavors}
    assert dict(core["panyu-c1-core-8x32-40g-pinned"].extra_specs) == {
        "hw:cpu_policy": "dedicated",
        "hw:numa_nodes": "1",
        "trait:CUSTOM_ISA_C86": "required",
    }
    other = {flavor.name: flavor for flavor in pools["general"].flavors}
    assert dict(other["panyu-c1-general-2x8-40g"].extra_specs) == {"trait:CUSTOM_ISA_ARM64": "required"}
    assert "hw:cpu_policy" in other["panyu-c1-general-8x32-40g-pinned"].extra_specs


@pytest.mark.item("7.1.1.4-c", "6.1.3-b")
def test_a_pool_with_a_trait_asks_for_it_beside_that_of_its_instruction_set() -> None:
    plan = sample.plan(
        sample.edited(("isa: c86, os: kylin-v10,", "isa: c86, os: kylin-v10, trait: CUSTOM_CORE,"))
    )
    pools = {pool.id: pool for pool in plan.centre("c1").pools}
    wanted = {"trait:CUSTOM_ISA_C86": "required", "trait:CUSTOM_CORE": "required"}
    assert pools["core"].flavors
    assert all(wanted.items() <= flavor.extra_specs.items() for flavor in pools["core"].flavors)
    assert not any("trait:CUSTOM_CORE" in flavor.extra_specs for flavor in pools["general"].flavors)


@pytest.mark.item("7.3.1.2-a")
def test_what_is_larger_than_a_node_gets_as_few_as_hold_it() -> None:
    wide = sample.edited(
        (
            "his: {kind: his, level: 4, pool: core, size: {instances: 2, vcpus: 8, memory_gib: 32",
            "his: {kind: his, level: 4, pool: core, size: {instances: 2, vcpus: 36, memory_gib: 36",
        )
    )
    flavors = sample.plan(wide).centre("c1").pools[0].flavors
    assert flavors[0].extra_specs["hw:numa_nodes"] == "3"  # 64 cores on 4 nodes


@pytest.mark.item("7.3.2.4-c", "C.3-e", "C.3-b", "7.3.2.2-c", "7.3.2.3-b")
def test_archives_are_written_once_for_thirty_years_and_copied_on() -> None:
    plan = sample.plan()
    found = {c: placement(plan, "archive", c).containers[0] for c in ("c1", "c2", "r1")}
    assert {c: k.replicate_to for c, k in found.items()} == {"c1": "r1", "c2": "r1", "r1": "c1"}
    assert all(k.worm and k.versioning and k.retention_days == 10958 for k in found.values())
    pacs = placement(plan, "pacs", "c1").containers[0]
    assert (pacs.versioning, pacs.worm, pacs.name) == (True, False, "panyu-c1-pacs")
    assert placement(plan, "his", "c1").containers == ()


def test_stricter_than_the_standard_is_kept() -> None:
    plan = sample.plan(sample.edited(("retention_years: 30", "retention_years: 50")))
    assert placement(plan, "archive", "c1").containers[0].retention_days == 18263


@pytest.mark.item("7.3.2.3-a")
def test_what_must_outlive_a_host_is_spread_from_the_first_server_on() -> None:
    plan = sample.plan()
    spread = {
        w: placement(plan, w, c).anti_affinity for w, c in (("archive", "c1"), ("lis", "r1"), ("ai", "c1"))
    }
    assert spread == {"archive": True, "lis": True, "ai": False}, "level 4; a core kind; neither"
    assert placement(plan, "portal", "p1").anti_affinity, "it has two servers"
    assert not placement(plan, "gateway", "e1").anti_affinity


def test_what_everything_carries() -> None:
    plan = sample.plan()
    labels = placement(plan, "portal", "p1").instances[0].labels
    assert dict(labels) == {
        "region": "panyu",
        "owner": "panyu-health",
        "managed": "medcloud",
        "centre": "p1",
        "location": "public",
        "tenant": "group",
        "domain": "dmz",
        "workload": "portal",
        "kind": "portal",
        "level": "1",
    }
    assert {c.id: c.labels["location"] for c in plan.centres} == {
        "c1": "private", "c2": "private", "r1": "recovery", "p1": "public", "e1": "edge",
    }  # fmt: skip


@pytest.mark.item("C.3-b", "7.3.2.3-b")
def test_copies_stay_in_private_centres() -> None:
    plan = sample.plan(
        sample.edited(
            (
                "archive: {kind: archive, level: 4, pool: general",
                "archive: {kind: archive, level: 2, pool: edge",
            ),
            ("edge: {centres: [e1]", "edge: {centres: [e1, c1, c2]"),
        )
    )
    placed = next(w for w in plan.workloads if w.id == "archive").placements
    assert {p.centre: p.containers[0].replicate_to for p in placed} == {"e1": None, "c1": "c2", "c2": "c1"}
