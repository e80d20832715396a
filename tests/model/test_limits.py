"""Each figure of the standard: its limit is good, one step beyond is refused with its item."""

from typing import Any

import pytest

from medcloud.model import parse
from medcloud.standard import number
from tests.model.sample import changed, findings

NETWORK = {"existing": "n", "ipv4": "192.168.2.0/24"}
SIZE = {"instances": 2, "vcpus": 1, "memory_gib": 1, "data_gib": 1}
DATABASE = {"kind": "database", "level": 4, "pool": "core", "size": SIZE, "port": 8443}

BACKENDS = {"database": "array", "general": "hosts-ssd", "archive": "hosts-hdd"}

CASES = (
    # path, good, bad, item
    ("identity/password_days", 90, 91, "7.2.3.1-a"),
    ("identity/lockout_failures", 5, 6, "7.2.3.1-a"),
    ("identity/lockout_minutes", 30, 29, "7.2.3.1-a"),
    ("identity/session_minutes", 120, 121, "7.2.3.4.2-b"),
    ("identity/sessions", 1, 2, "7.2.3.4.2-a"),
    ("identity/mfa", True, False, "7.2.3.2-a"),
    ("pools/edge/cores", 32, 31, "6.1.1-c"),
    ("pools/edge/storage_gbps", 10, 9, "6.1.1-c"),
    ("pools/edge/memory_gib", 932, 931, "6.1.1-c"),
    ("pools/edge/ecc", True, False, "6.1.1-c"),
    ("pools/edge/nvme", True, False, "6.1.1-c"),
    ("pools/edge/numa_nodes", 4, 3, "7.3.1.2-a"),
    ("pools/edge/isa", "c86", "mips", "7.5.1-c"),
    ("pools/edge/os", "uos-20", "windows-11", "7.1.2.1-a"),
    ("pools/edge/os", "uos-20", "anolis-99", "7.1.2.1-a"),
    ("storage/archive/retention_years", 30, 29, "7.3.2.4-c"),
    ("storage/archive/worm", True, False, "7.3.2.4-c"),
    ("storage/block/copies", 2, 1, "7.5.1-a"),
    ("storage/database/backend", "centralised", "distributed", "7.3.2.2-a"),
    ("centres/p1/backends", {"general": "pool-a"}, {"image": "pool-a"}, "7.3.2.5-a"),
    ("centres/p1/backends", BACKENDS | {"block": "hosts-ssd"}, BACKENDS | {"block": "array"}, "7.3.2.5-a"),
    ("centres/p1/backends", BACKENDS | {"image": "hosts-hdd"}, BACKENDS | {"image": "hosts-ssd"}, "6.1.2-a"),
    ("workloads/pacs/storage", "image", "archive", "7.3.2.2-c"),
    ("workloads/emr", DATABASE | {"storage": "database"}, DATABASE | {"storage": "block"}, "7.3.2.2-a"),
    ("workloads/portal/storage", "block", "archive", "7.3.2.2-d"),
    ("workloads/archive/storage", "archive", "general", "7.3.2.2-e"),
    ("workloads/his/storage", "database", "general", "7.3.2.2-b"),
    ("workloads/his/size/instances", 2, 1, "7.3.2.3-a"),
    ("workloads/his/size/instances", 2, 3, "7.3.2.3-a"),
    ("workloads/ai/size/vcpus", 64, 65, "6.1.1-c"),
    ("workloads/ai/size/memory_gib", 512, 1025, "6.1.1-c"),
    ("workloads/emr/size/memory_gib", 900, 1000, "6.1.1-c"),
    ("domains/inner", {"levels": [1]}, {"levels": [3]}, "7.2.2-a"),
    ("workloads/his/pool", "core", "public", "A.1-b"),
    ("workloads/archive/pool", "core", "edge", "A.1-b"),
    ("workloads/his/exposure", "internal", "public", "A.1-b"),
    ("pools/core/centres", ["c1", "c2", "r1"], ["c1", "r1"], "A.5-b"),
    ("pools/core/centres", ["r1", "c2", "c1"], ["c1", "c2"], "A.5-b"),
    ("sites/shaoguan/city", "meizhou", "guangzhou", "A.5-b"),
    ("centres/r1/role", "recovery", "edge", "A.5-b"),
    ("sites/dashi/city", "guangzhou", "foshan", "7.3.2.4-a"),
    ("centres/c2/zone", "c2", "c1", "7.3.2.4-a"),
    ("domains/dmz/levels", [1, 2], [1, 4], "7.2.2-a"),
    ("domains/business/levels", [2, 3], [2], "7.2.2-a"),
    ("domains/dmz/exposed", True, False, "6.5-b"),
    ("workloads/his/callers", ["intranet"], ["internet"], "6.5-b"),
    ("networks/vni/last", 16777215, 16777216, "6.1.3-d"),
    ("networks/vni/first", 1, 0, "6.1.3-d"),
    ("networks/vni/last", 5100, 5001, "6.1.3-d"),
    ("networks/vni/last", 5100, 4999, "6.1.3-d"),
    ("centres/c1/networks", {"group/core": NETWORK}, {"business": NETWORK}, "6.1.3-b"),
)


@pytest.mark.parametrize(
    ("path", "good", "bad", "item"), [pytest.param(*case, marks=pytest.mark.item(case[-1])) for case in CASES]
)
def test_limit(path: str, good: Any, bad: Any, item: str) -> None:
    assert findings(changed(path, good)) == ()
    assert item in {finding.item for finding in findings(changed(path, bad))}


@pytest.mark.item("7.1.2.1-a")
def test_a_foreign_system_is_refused_for_what_it_is() -> None:
    (finding,) = [
        f for f in findings(changed("pools/edge/os", "windows-11")) if f.place.path == "pools.edge.os"
    ]
    assert finding.item == "7.1.2.1-a"
    assert "domestic" in finding.message.en


@pytest.mark.item("7.2.2-a")
@pytest.mark.parametrize(("levels", "refused"), [([1, 2, 3], False), ([1, 4], True), ([5], True)])
def test_what_is_exposed_holds_nothing_sensitive(levels: list[int], refused: bool) -> None:
    found = {f.place.path for f in findings(changed("domains/dmz", {"levels": levels, "exposed": True}))}
    assert any(path.startswith("domains.dmz.levels") for path in found) == refused


@pytest.mark.item("7.2.3.1-a")
def test_stricter_is_kept_and_left_out_is_the_standards() -> None:
    assert parse(changed("identity/password_days", 60), "x").identity.password_days == 60
    assert parse(changed("storage/archive/retention_years", 50), "x").storage.archive.retention_years == 50
    plain = parse(changed("identity", {}), "x").identity
    assert plain.password_days == number("7.2.3.1-a", "password_age").value
    assert plain.session_minutes == number("7.2.3.4.2-b", "session_length").to("min")
    assert plain.mfa


@pytest.mark.item("6.1.1-c")
def test_memory_counts_as_far_as_it_can_be_extended() -> None:
    text = changed("pools/edge/memory_gib", 512).replace(
        "memory_gib: 512", "memory_gib: 512\n    memory_max_gib: 1024"
    )
    assert findings(text) == ()
