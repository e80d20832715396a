"""Recovery, backups, homes and standbys: what is kept, and what is refused, by which item."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from medcloud.model import parse
from medcloud.model.duration import Duration
from medcloud.model.seats import backup_place, homes, standbys
from tests.model.sample import changed, findings

TWO = Path("examples/twocities/region.yaml").read_text(encoding="utf-8")
BACKUP = {"every": "1h", "keep": "30d"}


def test_two_cities_that_recover_each_other_are_good() -> None:
    assert findings(TWO) == ()
    region = parse(TWO, "region.yaml")
    assert (homes(region, "his-east"), standbys(region, "his-east")) == (("e1", "e2"), ("w1",))
    assert (homes(region, "his-west"), standbys(region, "his-west")) == (("w1", "w2"), ("e1",))
    assert backup_place(region, "his-west") == "e1"  # its standby


GOOD: tuple[Any, ...] = (
    ("workloads/his/recovery", {"rpo": "10s", "rto": "2min"}),
    ("workloads/his/recovery", {"rpo": "15s", "rto": "300s"}),
    ("workloads/portal/recovery", {"rpo": "7d"}),  # table C.1 has no limit for level 1
    ("workloads/gateway/backup", BACKUP),
    ("workloads/gateway/backup", {"every": "24h", "keep": "8d"}),
    ("workloads/his/backup", {"every": "24h", "keep": "30d"}),  # advised, for no backup could be close enough
    ("workloads/archive/backup", {**BACKUP, "method": "full", "tested": "365d"}),
    ("workloads/lis/home", ["c1", "c2"]),
    ("workloads/lis/standby", ["c2"]),
)


@pytest.mark.parametrize(("path", "value"), GOOD)
def test_stricter_is_kept(path: str, value: Any) -> None:
    assert findings(changed(path, value)) == ()


BAD: tuple[Any, ...] = (
    # path and the finding's path below workloads, value between them, item, a part of the remedy
    ("his/recovery", {"rpo": "16s"}, "his.recovery.rpo", "C.2-b", "write 15s or less"),
    ("his/recovery", {"rto": "6min"}, "his.recovery.rto", "C.2-b", "write 5min or less"),
    ("lis/recovery", {"rpo": "2h"}, "lis.recovery.rpo", "C.2-c", "write 1h or less"),
    ("lis/recovery", {"rto": "1h"}, "lis.recovery.rto", "C.2-c", "write 15min or less"),
    ("gateway/recovery", {"rpo": "2d"}, "gateway.recovery.rpo", "C.2-d", "write 1d or less"),
    ("gateway/recovery", {"rto": "3h"}, "gateway.recovery.rto", "C.2-d", "write 2h or less"),
    ("his/recovery", {"rpo": 15}, "his.recovery.rpo", "", "write 15s"),
    ("his/recovery", {"rto": "5 分钟"}, "his.recovery.rto", "", "write 5min"),
    ("his/recovery", {"rto": "0s"}, "his.recovery.rto", "", "whole number"),
    ("his/recovery", {"rto": True}, "his.recovery.rto", "", "whole number"),
    ("his/recovery", {"rto": "soon"}, "his.recovery.rto", "", "whole number"),
    ("lis/backup", {"every": "2h", "keep": "30d"}, "lis.backup.every", "C.2-c", "1h"),
    ("gateway/backup", {"every": "2d", "keep": "30d"}, "gateway.backup.every", "C.2-d", "1d"),
    ("lis/backup", {**BACKUP, "every": "1min"}, "lis.backup.every", "6.4-a", "5min"),
    ("lis/backup", {**BACKUP, "keep": "7d"}, "lis.backup.keep", "6.1.2-b", "169h"),
    ("lis/backup", {**BACKUP, "full": "30min"}, "lis.backup.full", "6.1.2-b", "1h"),
    (
        "lis/backup",
        {**BACKUP, "method": "full", "full": "2h"},
        "lis.backup.full",
        "6.1.2-b",
        "remove",
    ),
    ("lis/backup", {**BACKUP, "tested": "366d"}, "lis.backup.tested", "6.4-a", "365d"),
    ("lis/backup", {**BACKUP, "place": "r9"}, "lis.backup.place", "", "r1"),
    ("his/backup", {**BACKUP, "place": "p1"}, "his.backup.place", "A.1-b", "recovery"),
    ("his/backup", {**BACKUP, "place": "c2"}, "his.backup.place", "A.5-b", "another city"),
    ("gateway/backup", {**BACKUP, "place": "e1"}, "gateway.backup.place", "6.4-a", "site"),
    ("his/home", ["c1"], "his.home", "7.3.2.4-a", "one city"),
    ("his/home", ["c1", "p1"], "his.home[1]", "", "c1, c2, r1"),
    ("his/home", ["c1", "c9"], "his.home[1]", "", "c1"),
    ("his/home", ["c1", "c1"], "his.home[1]", "", "once"),
    ("his/standby", ["c1", "c2", "r1"], "his.standby", "", "serves"),
    ("his/standby", ["c2"], "his.standby", "A.5-b", "another city"),
)  # fmt: skip


@pytest.mark.item("C.2-a", "C.2-b", "C.2-c", "C.2-d", "6.1.2-b", "6.4-a", "A.1-b", "A.5-b", "7.3.2.4-a")
@pytest.mark.parametrize(("path", "value", "where", "item", "remedy"), BAD)
def test_looser_is_refused(path: str, value: Any, where: str, item: str, remedy: str) -> None:
    found = {f.place.path: f for f in findings(changed(f"workloads/{path}", value))}
    where = f"workloads.{where}"
    assert where in found, found
    assert found[where].item == item
    assert remedy in found[where].remedy.en, found[where].remedy.en


@pytest.mark.item("C.2-a")
@pytest.mark.parametrize("field", ["rpo", "rto"])
def test_level_5_is_held_to_its_own_row(field: str) -> None:
    looser = {"rpo": "1min", "rto": "10min"}[field]
    text = changed("workloads/his/level", 5, changed("workloads/his/recovery", {field: looser}))
    assert ("C.2-a", f"workloads.his.recovery.{field}") in {(f.item, f.place.path) for f in findings(text)}


def test_a_centre_is_not_both() -> None:
    text = changed("workloads/lis/standby", ["c2"], changed("workloads/lis/home", ["c1", "c2"]))
    assert [f.place.path for f in findings(text)] == ["workloads.lis.standby[0]"]


@pytest.mark.item("7.3.2.3-a")
def test_a_single_server_in_one_home_is_refused_though_its_pool_has_more_centres() -> None:
    text = changed("workloads/ai/size/instances", 1, changed("workloads/ai/home", ["c1"]))
    assert [f.place.path for f in findings(text)] == ["workloads.ai.size.instances"]


def test_a_copy_in_another_centre_allows_backups_further_apart() -> None:
    text = changed(
        "workloads/pacs/level", 3, changed("workloads/pacs/backup", {"every": "1d", "keep": "30d"})
    )
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(15, "15s"), (60, "1min"), (90, "90s"), (7200, "2h"), (86_400, "1d"), (90_000, "25h")],
)
def test_seconds_are_said_as_people_write_them(seconds: int, written: str) -> None:
    assert str(Duration(seconds)) == written
