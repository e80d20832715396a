"""Limits that depend on the level of a workload's data."""

from __future__ import annotations

from typing import Annotated

import pytest

from medcloud.model import json_schema
from medcloud.model.base import Model
from medcloud.model.level_limit import LevelLimit, broken
from medcloud.model.limit import Limit
from medcloud.model.scalars import Count
from medcloud.standard import number
from medcloud.text import Text
from tests.model.sample import changed, findings

NEVER_FEWER = LevelLimit(
    Limit("7.5.1-a", "replicas_low", comparison=">="), lambda level: level == 3, Text("丢失", "lost")
)
NEVER_MANY = LevelLimit(
    Limit("7.2.3.4.2-a", "sessions_per_account", comparison="<"), lambda level: level == 5, Text("多", "many")
)


class Inner(Model):
    copies: Annotated[Count, NEVER_FEWER, NEVER_MANY] | None = None
    others: Annotated[Count, NEVER_FEWER, NEVER_MANY]


class Outer(Model):
    inner: Inner


@pytest.mark.item("7.3.2.3-a")
@pytest.mark.parametrize(
    ("workload", "level", "refused"),
    [("his", 3, False), ("his", 4, True), ("his", 5, True), ("archive", 4, False)],
)
def test_a_sensitive_workload_survives_a_host(workload: str, level: int, refused: bool) -> None:
    path = f"workloads/{workload}/size/instances"
    text = changed(f"workloads/{workload}/level", level, changed(path, 1))
    found = [f for f in findings(text) if f.place.path == path.replace("/", ".")]
    assert [f.item for f in found] == ["7.3.2.3-a"] * refused
    for finding in found:
        assert f"level {level}" in finding.message.en and "one failure ends it" in finding.message.en
        least = int(number("7.3.2.3-a", "failures_survived").value) + 1
        assert finding.remedy.en == f"write {least} or more"


@pytest.mark.parametrize(
    ("level", "others", "remedies"),
    [
        (2, 1, []),
        (3, 1, ["write 2 or more"]),
        (3, 2, []),
        (4, 1, []),
        (5, 1, ["write 0 or less"]),
    ],
)
def test_one_field_may_have_a_figure_a_level(level: int, others: int, remedies: list[str]) -> None:
    found = list(broken(Outer(inner=Inner(others=others)), ("workloads", "x"), "his", level))
    assert [problem.remedy.en for problem in found] == remedies
    assert all(problem.loc == ("workloads", "x", "inner", "others") for problem in found)


def test_the_schema_says_for_which_levels() -> None:
    (said,) = json_schema()["$defs"]["Size"]["properties"]["instances"]["x-by-level"]
    assert said == {"levels": [4, 5], "exclusiveMinimum": 1, "x-item": "7.3.2.3-a", "but": ["archive"]}
