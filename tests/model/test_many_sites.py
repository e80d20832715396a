"""Many sites and a centre at each of them, written in a few lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from medcloud.model import load, parse
from medcloud.model.expansion import written_out as as_text
from medcloud.plan import allocate, derive
from tests.model.less_text import Data, findings, lay, sample, written_out

COUNTY = Path("examples/county/region.yaml")


def _region(**more: Any) -> Data:
    """The sample with three stations and an edge centre at each, in place of its own edge."""
    data = sample()
    del data["sites"]["dagang"]
    data["sites"]["t"] = {"count": 3, "name": "卫生站 <n>", "city": "guangzhou"}
    edge = data["centres"].pop("e1")
    data["centres"]["edge"] = {**edge, "for_each_site": "t", "zone": "<site>", "prefix_length": 24}
    del data["centres"]["edge"]["site"]
    data["pools"]["edge"]["centres"] = ["edge"]
    for path, value in more.items():
        at = data
        *way, last = path.split("__")
        for step in way:
            at = at[step]
        if value is None:
            del at[last]
        else:
            at[last] = value
    return data


def test_a_county_of_200_stations_stands_in_50_lines() -> None:
    assert len(COUNTY.read_text(encoding="utf-8").splitlines()) <= 50
    region = load(COUNTY)
    edge = [key for key, centre in region.centres.items() if centre.role == "edge"]
    assert (len(edge), edge[0], edge[-1]) == (200, "t001-edge", "t200-edge")
    assert region.pools["station"].centres == tuple(edge)
    assert {key for key in edge if region.centres[key].prefix_length == 22} == {"t017-edge"}
    same = parse(as_text(written_out(COUNTY)), "written-out.yaml")
    assert same == region


def test_its_plan_grows_with_the_stations_and_no_faster() -> None:
    text = COUNTY.read_text(encoding="utf-8")
    sizes = []
    for count in (50, 100, 200):
        region = parse(text.replace("count: 200", f"count: {count}"), "county.yaml")
        plan = derive(region, allocate(region, None))
        placed = [p for w in plan.workloads for p in w.placements]
        links = sum(len(centre.links) for centre in plan.centres)
        sizes.append((sum(len(p.rules) for p in placed), links))
    for small, double in pairwise(sizes):
        assert all(b <= 2 * a for a, b in zip(small, double, strict=True)), sizes


def test_sites_and_centres_are_as_one_would_write_them(tmp_path: Path) -> None:
    data = written_out(lay(tmp_path, _region(centres__edge__overrides={"t002": {"cloud": "own-<site>"}})))
    assert data["sites"]["t003"] == {"name": "卫生站 3", "city": "guangzhou"}
    assert [key for key in data["centres"] if "edge" in key] == ["t001-edge", "t002-edge", "t003-edge"]
    assert data["centres"]["t001-edge"] == {
        "role": "edge",
        "cloud": "edge",
        "admin": "private",
        "region": "metro",
        "zone": "t001",
        "external": "external",
        "prefix_length": 24,
        "site": "t001",
    }
    assert data["centres"]["t002-edge"]["cloud"] == "own-t002"
    assert data["pools"]["edge"]["centres"] == ["t001-edge", "t002-edge", "t003-edge"]


@pytest.mark.parametrize(
    ("chosen", "sites"),
    [
        ("t002", ["t002"]),
        ("t00*", ["t001", "t002", "t003"]),
        (["t003", "t00?"], ["t003", "t001", "t002"]),
        (["t", "t001"], ["t001", "t002", "t003"]),
    ],
)
def test_sites_are_chosen_by_name_entry_or_pattern(tmp_path: Path, chosen: Any, sites: list[str]) -> None:
    file = lay(tmp_path, _region(centres__edge__for_each_site=chosen))
    assert findings(file) == ()
    assert list(load(file).centres)[-len(sites) :] == [f"{site}-edge" for site in sites]


def test_homes_name_them_too(tmp_path: Path) -> None:
    file = lay(tmp_path, _region(workloads__gateway__centres=["edge"]))
    assert load(file).workloads["gateway"].centres == ("t001-edge", "t002-edge", "t003-edge")
    file = lay(tmp_path, _region(workloads__gateway__home=["edge"]))
    assert load(file).workloads["gateway"].home == ("t001-edge", "t002-edge", "t003-edge")


_EDGE = "centres__edge__"
_BAD: dict[str, tuple[Data, str, str]] = {
    "no such site": ({f"{_EDGE}for_each_site": "x*"}, "sites has no x*", "write one of"),
    "no site at all": ({f"{_EDGE}for_each_site": []}, "sites are expected", "write e.g. t, t*"),
    "a number": ({f"{_EDGE}for_each_site": 3}, "sites are expected", "write e.g. t, t*"),
    "the site too": ({f"{_EDGE}site": "t001"}, "says the site already", "remove site"),
    "overrides alone": ({f"{_EDGE}for_each_site": None, f"{_EDGE}overrides": {}}, "goes with", "itself"),
    "overrides of another": ({f"{_EDGE}overrides": {"t004": {}}}, "for_each_site has no t004", "write t00"),
    "overrides of nothing": ({f"{_EDGE}overrides": {"t001": 4}}, "keys with values are expected", "write {"),
    "overrides that move": ({f"{_EDGE}overrides": {"t001": {"site": "t002"}}}, "already", "remove site"),
    "no sites": ({"sites__t__count": 0}, "a whole number from 1 to 999", "e.g. 200"),
    "far too many": ({"sites__t__count": 1000}, "a whole number from 1 to 999", "e.g. 200"),
    "a flag": ({"sites__t__count": True}, "a whole number from 1 to 999", "e.g. 200"),
    "a site twice": (
        {"sites__t002": {"name": "x", "city": "guangzhou"}},
        "t comes to t002, which",
        "another identifier",
    ),
    "count elsewhere": ({"workloads__gateway__count": 3}, "unknown key count", ""),
    "sites elsewhere": ({"workloads__gateway__for_each_site": "t"}, "unknown key for_each_site", ""),
    "what all of them have": ({f"{_EDGE}role": "edgy"}, "(and 2 more: centres.t002-edge", "edge"),
}


@pytest.mark.parametrize("name", _BAD)
def test_what_is_wrong_is_said_once_with_its_line(tmp_path: Path, name: str) -> None:
    changes, message, remedy = _BAD[name]
    found = findings(lay(tmp_path, _region(**changes)))
    assert len(found) == 1, found
    (finding,) = found
    assert message in finding.message.en
    assert remedy in finding.remedy.en
    assert finding.place.line > 0
