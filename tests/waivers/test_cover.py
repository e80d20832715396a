"""What a waiver excuses and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from medcloud.text import Place
from medcloud.waivers import NONE, Waiver, Waivers
from medcloud.waivers.pattern import Pattern

VOLUME = "openstack:blockstorage/volume:Volume"
CONNECTION = "openstack:vpnaas/siteConnection:SiteConnection"
PLACE = Place("w.yaml", 4, path="waivers[0]")


def urn(name: str, type_: str = VOLUME) -> str:
    return f"urn:pulumi:panyu::region::{type_}::{name}"


def waiver(item: str = "7.3.2.1-a", *names: str, type_: str = VOLUME, level: int = 3) -> Waiver:
    patterns = tuple(Pattern(type_, name) for name in names or ("panyu-c1-oa-*",))
    day = date(2026, 12, 31)
    return Waiver(PLACE, "W-1", item, patterns, level, "why", "陈安", day, day)


@pytest.mark.parametrize(
    ("item", "target", "level", "covered"),
    [
        ("7.3.2.1-a", urn("panyu-c1-oa-1"), 3, True),
        ("7.3.2.1-a", urn("panyu-c1-oa-1"), 0, True),
        ("7.3.2.1-a", urn("panyu-c1-oa-1", f"medcloud:index:Workload${VOLUME}"), 3, True),
        ("7.3.2.1-a", urn("panyu-c1-oa-1"), 4, False),
        ("7.3.2.1-a", urn("panyu-c1-oa-1"), 5, False),
        ("7.3.2.1-a", urn("panyu-c1-oa-1"), None, False),
        ("7.3.2.1-b", urn("panyu-c1-oa-1"), 3, False),
        ("7.3.2.1-a", urn("panyu-c1-his-1"), 3, False),
        ("7.3.2.1-a", urn("panyu-c1-oa-1", "openstack:compute/instance:Instance"), 3, False),
        ("7.3.2.1-a", urn("panyu-c1-oa-1", f"{VOLUME}$other:index:Thing"), 3, False),
        ("7.3.2.1-a", "panyu-c1-oa-1", 3, False),
    ],
)
def test_cover(item: str, target: str, level: int | None, covered: bool) -> None:
    found = Waivers([waiver()]).cover(item, target, level)
    assert (found is not None) is covered


def test_a_rule_is_excused_only_when_all_its_items_are() -> None:
    first, second = waiver("7.3.2.1-a"), waiver("7.3.2.2-a")
    target = urn("panyu-c1-oa-1")
    assert Waivers([first]).cover_rule(["7.3.2.1-a", "7.3.2.2-a"], target, 2) == ()
    uses = Waivers([first, second]).cover_rule(["7.3.2.1-a", "7.3.2.2-a"], target, 2)
    assert [use.record()["item"] for use in uses] == ["7.3.2.1-a", "7.3.2.2-a"]
    assert uses[0].record()["resource"] == target
    assert NONE.cover_rule([], target, 2) == ()


def test_rows_of_other_levels_have_no_say() -> None:
    rule = ["7.2.1-b", "C.2-a", "C.2-b", "C.2-c"]
    target = urn("panyu-c1-oa-1")
    first, third = waiver("7.2.1-b"), waiver("C.2-c")
    assert Waivers([first]).cover_rule(rule, target, 3) == ()
    assert len(Waivers([first, third]).cover_rule(rule, target, 3)) == 2
    assert len(Waivers([first]).cover_rule(rule, target, 2)) == 1
    assert Waivers([first, third]).cover_rule(rule, target, None) == ()
    assert Waivers([third]).cover_rule(["C.2-b"], target, 3) == ()


def test_level_five_even_if_a_waiver_said_so() -> None:
    assert Waivers([waiver(level=5)]).cover("7.3.2.1-a", urn("panyu-c1-oa-1"), 5) is None


@pytest.mark.parametrize("parent", ["", "medcloud:index:SiteLink$"])
def test_links_between_centres_even_if_a_waiver_said_so(parent: str) -> None:
    type_ = VOLUME if parent else CONNECTION
    found = Waivers([waiver("7.2.1-b", "a-b-*", type_=type_)])
    assert found.cover("7.2.1-b", urn("a-b-1", parent + type_), 1) is None


def test_a_whole_type_of_this_stack() -> None:
    waivers = Waivers([waiver()])
    own = [urn(f"panyu-c1-oa-{n}") for n in range(3)]
    assert waivers.too_broad([*own, urn("panyu-c1-his-1")]) == ()
    assert waivers.too_broad(own[:2]) == ()
    (finding,) = waivers.too_broad(own)
    assert finding.place == PLACE
    assert Waivers([waiver("7.3.2.1-a", *(f"panyu-c1-oa-{n}" for n in range(3)))]).too_broad(own) == ()
