"""SARIF 2.1.0, by its own schema and by what code-scanning tools ask for."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from medcloud.review import Review, refused_region
from medcloud.review.render.sarif import sarif
from medcloud.text import Finding, Place, Text
from tests.review.logs import HERE, bad, end, made, region, step, violation

SCHEMA = json.loads((HERE / "data/sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def run(review: Review) -> dict[str, Any]:
    log = json.loads(sarif(review))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (found,) = log["runs"]
    return dict(found)


def refused() -> Review:
    place = Place("r.yaml", 50, 25, "workloads.his.level")
    message, remedy = Text("9 超出范围", "9 is out of range"), Text("写 1 至 5", "write 1 to 5")
    return refused_region("r.yaml", [Finding(place, message, remedy, "7.2.2-b")])


@pytest.mark.parametrize("review", [bad(), region(), refused(), made(end())])
def test_it_is_valid(review: Review) -> None:
    assert len(run(review)["results"]) == len(review.findings)


def test_the_schema_would_notice() -> None:
    log = json.loads(sarif(bad()))
    log["runs"][0]["results"][0]["level"] = "dreadful"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_a_result_points_at_the_line_of_the_workload() -> None:
    found = next(r for r in run(region())["results"] if r["ruleId"] == "volume-encrypted")
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "examples/panyu/region.yaml"
    assert place["region"] == {"startLine": 50, "startColumn": 3}
    assert found["level"] == "error"
    assert "Set volumeType" in found["message"]["text"]


def test_a_finding_of_the_region_file_points_at_it() -> None:
    (found,) = run(refused())["results"]
    assert found["locations"][0]["physicalLocation"]["region"] == {"startLine": 50, "startColumn": 25}
    assert run(refused())["invocations"] == [{"executionSuccessful": False}]


def test_each_result_names_its_rule_by_index() -> None:
    found = run(region())
    rules = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)  # GitHub takes no more


def test_what_does_not_block_is_a_note() -> None:
    levels = {r["ruleId"]: r["level"] for r in run(region())["results"]}
    assert levels["network-shared"] == "note"


def test_an_alert_stays_the_same_when_lines_move() -> None:
    moved = tuple(replace(f, place=Place("region.yaml", 999, 1)) for f in region().findings)
    before = [r["partialFingerprints"] for r in run(region())["results"]]
    after = [r["partialFingerprints"] for r in run(replace(region(), findings=moved))["results"]]
    assert before == after
    assert len({json.dumps(f) for f in before}) == len(before)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("区域/r 1.yaml", "%E5%8C%BA%E5%9F%9F/r%201.yaml"),
        ("/srv/r.yaml", "file:///srv/r.yaml"),
        ("a\\b", "a/b"),
    ],
)
def test_a_file_becomes_an_address(file: str, uri: str) -> None:
    found = made(step("data"), violation(), end())
    placed = replace(found, findings=(replace(found.findings[0], place=Place(file, 1, 1)),))
    (result,) = run(placed)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
