"""Where the names are kept: the first active centre's cloud, and those that say so, which outlive it."""

from __future__ import annotations

import pytest

from medcloud.plan.network.records import named_in
from tests.plan import sample

R1 = "  r1: {role: recovery,"
C1, C2 = "  c1: {role: active,", "  c2: {role: active,"


def test_each_cloud_keeps_them_once_the_first_active_centres_first() -> None:
    assert named_in(sample.region()) == ("c1",)
    assert named_in(sample.edited((R1, f"{R1} dns: true,"))) == ("c1", "r1")
    assert named_in(sample.edited((C2, f"{C2} dns: true,"))) == ("c1",), "a zone of the same cloud"
    reordered = sample.edited((R1, f"{R1} dns: true,"), ("zone: p1,", "zone: p1, dns: true,"))
    assert named_in(reordered) == ("c1", "r1", "p1")


@pytest.mark.item("7.3.2.4-a")
def test_names_in_one_cloud_alone_are_advised_against() -> None:
    alone = {a.item: a.workloads for a in sample.plan().advice}
    assert "his" in alone["7.3.2.4-a"]
    assert "gateway" not in alone["7.3.2.4-a"], "nothing takes it over"
    both = sample.plan(sample.edited((R1, f"{R1} dns: true,")))
    assert "7.3.2.4-a" not in {a.item for a in both.advice}
