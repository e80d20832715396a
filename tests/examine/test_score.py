"""Figures: raw, without what is not applicable, without what is waived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import pytest

from labs.hosts.api import LabHost
from tools.examine import report
from tools.examine.lynis import score as lynis
from tools.examine.reasons import Reason, Reasons
from tools.examine.score import Objection, Score

LOG = """\
2026-11-27 03:02:04 Performing test ID A-0001 (first)
2026-11-27 03:02:04 Hardening: assigned partial number of hardening points (1 of 3). Currently having 1 points (out of 3)
2026-11-27 03:02:05 Hardening: assigned maximum number of hardening points for this item (2). Currently having 3 points (out of 5)
2026-11-27 03:02:05 Performing test ID B-0002 (second)
2026-11-27 03:02:05 Hardening: assigned partial number of hardening points (0 of 4). Currently having 3 points (out of 9)
2026-11-27 03:02:05 Hardening: assigned partial number of hardening points (1 of 1). Currently having 4 points (out of 10)
"""  # noqa: E501
REPORT = """\
hardening_index=40
lynis_version=3.0.8
tests_executed=A-0001|B-0002|
suggestion[]=B-0002|Set it|x (set 1 to 2)|-|
warning[]=A-0001|Bad|-|-|
"""


def test_points_of_lynis_are_its_index() -> None:
    found = lynis(REPORT, LOG)
    assert (found.good, found.of, found.raw) == (4, 10, 40.0)
    assert found.missing == {"A-0001": 2, "B-0002": 4}
    assert found.counts == {"warning": 1, "suggestion": 1, "tests": 2, "index": 40}
    assert found.findings[0] == Objection("B-0002", "Set it (x (set 1 to 2))", "suggestion")


@dataclass
class _Host:
    name: str = "a-1"
    system: str = "anolis-8"
    kind: str = "uml"


MADE = Score(
    "lynis", "3", 4, 10, "points", {}, (Objection("A-1", "t"), Objection("B-2", "t")), {"A-1": 2, "B-2": 3}
)


def _row(**kinds: str) -> dict[str, Any]:
    rows: dict[str, tuple[Reason, ...]] = {
        id_.replace("_", "-"): (Reason(kind, "无", "none"),) for id_, kind in kinds.items()
    }
    made = report.data(cast(LabHost, _Host()), {"after": [MADE]}, Reasons(lynis=rows))
    return report.last(made)[0]


@pytest.mark.parametrize(
    ("kinds", "figures", "open_"),
    [
        ({}, (40.0, 40.0, 40.0), 2),
        ({"A_1": "not-applicable"}, (40.0, 50.0, 50.0), 1),
        ({"A_1": "waived-by-design"}, (40.0, 40.0, 50.0), 1),
        ({"A_1": "not-applicable", "B_2": "waived-by-design"}, (40.0, 50.0, 80.0), 0),
    ],
)
def test_each_figure_leaves_out_what_it_says(
    kinds: dict[str, str], figures: tuple[float, ...], open_: int
) -> None:
    row = _row(**kinds)
    assert (row["raw"], row["applicable"], row["without_waived"]) == figures
    assert row["open"] == open_


def test_the_table_says_all_three() -> None:
    made = report.data(cast(LabHost, _Host()), {"after": [MADE]}, Reasons())
    assert "| 40 % (4 of 10 points) | 40 % | 40 % | 2 | 2 |" in report.table([made])
