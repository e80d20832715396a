"""A workload in some of its pool's centres, and of another system than its pool's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.hosts.rows import host_rows
from tests.model.sample import findings
from tests.model.test_pool_hosts import text
from tests.support.promised import refusals

UOS = {"workloads/lis/os": "uos-20", "images/uos-20~arm64": {"file": "images/uos-arm.img"}}


def _text(changes: Mapping[str, Any]) -> str:
    """Like text(); ``~`` stands for a slash within a key."""
    data = yaml.safe_load(text({path: value for path, value in changes.items() if "~" not in path}))
    for path, value in changes.items():
        if "~" in path:
            section, key = path.split("/")
            data[section][key.replace("~", "/")] = value
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"workloads/lis/centres": ["c1", "c2"]}, {}),
        ({"workloads/lis/centres": ["c2"]}, {}),
        ({"workloads/his/centres": ["c1", "c2", "r1"]}, {}),
        ({"workloads/his/centres": ["c1", "r1"]}, {"workloads.his.centres": "A.5-b"}),
        ({"workloads/his/centres": ["c1", "c2"]}, {"workloads.his.centres": "A.5-b"}),
        ({"workloads/lis/centres": ["e1"]}, {"workloads.lis.centres[0]": ""}),
        ({"workloads/lis/centres": ["c9"]}, {"workloads.lis.centres[0]": ""}),
        ({"workloads/lis/centres": ["c1", "c1"]}, {"workloads.lis.centres[1]": ""}),
        (
            {"workloads/lis/centres": ["c1"], "workloads/lis/home": ["c2"]},
            {"workloads.lis.home[0]": ""},
        ),
        (
            {"workloads/lis/centres": ["c1"], "workloads/lis/size/instances": 1},
            {"workloads.lis.size.instances": "7.3.2.3-a"},
        ),
        (
            {
                "pools/general/centres": ["c1", "c2", "r1", "e1"],
                "workloads/archive/centres": ["c1", "c2", "r1"],
            },
            {},
        ),
        (
            {"pools/core/centres": ["c1", "c2", "r1", "e1"]},
            {"workloads.his.pool": "A.1-b"},
        ),
    ],
)
def test_some_of_its_pools_centres(changes: Mapping[str, Any], refused: Mapping[str, str]) -> None:
    assert {f.place.path: f.item for f in findings(text(changes))} == refused


@pytest.mark.item("7.3.2.4-a")
def test_a_sensitive_workload_is_at_two_sites_of_one_city() -> None:
    far = {"role": "active", "site": "far", "cloud": "far", "region": "far", "zone": "far", "external": "x"}
    wide = {
        "sites/far": {"name": "x", "city": "foshan"},
        "centres/c9": far,
        "pools/core/centres": ["c1", "c2", "c9", "r1"],
    }
    assert findings(text(wide)) == ()
    (finding,) = findings(text({**wide, "workloads/his/centres": ["c1", "c9", "r1"]}))
    assert (finding.place.path, finding.item) == ("workloads.his.centres", "7.3.2.4-a")


def test_it_is_placed_there_alone() -> None:
    region = parse(text({"workloads/lis/centres": ["c1", "r1"]}), "region.yaml")
    plan = derive(region, allocate(region, Lock()))
    lis = next(w for w in plan.workloads if w.id == "lis")
    assert [(p.centre, len(p.instances)) for p in lis.placements] == [("c1", 2), ("r1", 1)]


@pytest.mark.item("7.1.2.1-a", "7.5.1-c")
@pytest.mark.parametrize(
    ("changes", "place", "item"),
    [
        ({"workloads/lis/os": "uos-21"}, "workloads.lis.os", "7.1.2.1-a"),
        ({"workloads/lis/os": "ubuntu-24.04"}, "workloads.lis.os", "7.1.2.1-a"),
        ({"workloads/lis/os": "uos-20"}, "images.uos-20", "7.5.1-c"),
        (
            {
                **UOS,
                "images/uos-20~arm64": {"existing": "one"},
                "images/openeuler-24.03": {"existing": "one"},
            },
            "workloads.lis.os",
            "7.1.2.1-a",
        ),
    ],
)
def test_its_system_has_an_image_of_its_own(changes: Mapping[str, Any], place: str, item: str) -> None:
    (finding,) = findings(_text(changes))
    assert (finding.place.path, finding.item) == (place, item)
    assert findings(_text(UOS)) == ()


@pytest.mark.item("6.2.1-a")
def test_it_boots_its_own_system_and_passes_the_pack(tmp_path: Path) -> None:
    region = parse(_text(UOS), "region.yaml")
    plan = derive(region, allocate(region, Lock()))
    pool = next(p for p in plan.centre("c1").pools if p.id == "general")
    assert [(image.os, image.name) for image in pool.more_images] == [("uos-20", "panyu-c1-general-uos-20")]
    lis = next(w for w in plan.workloads if w.id == "lis").placements[0]
    assert {i.image for i in lis.instances} == {"panyu-c1-general-uos-20"}
    systems = {row.workload: row.system for row in host_rows(plan)}
    assert (systems["lis"], systems["archive"]) == ("uos-20", "openeuler-24.03")
    assert refusals(yaml.safe_load(_text(UOS)), tmp_path) == []
