"""XCCDF 1.2: what our results become."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET  # only what our own code wrote
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.hosts.report.xccdf import xccdf
from tests.examine.xccdf_reports import report

NS = {"x": "http://checklists.nist.gov/xccdf/1.2"}
WORDS = {
    "pass": "pass",
    "fixed": "fixed",
    "fail": "fail",
    "waived": "fail",
    "not-applicable": "notapplicable",
    "manual": "notchecked",
    "error": "error",
}


def _parsed(made: dict[str, Any]) -> ET.Element:
    return ET.fromstring(xccdf(made))  # noqa: S314


def _results(host: int) -> dict[str, ET.Element]:
    found = _parsed(report()).findall("x:TestResult", NS)[host]
    rows = found.findall("x:rule-result", NS)
    return {row.attrib["idref"].removeprefix("xccdf_medcloud_rule_"): row for row in rows}


def test_each_result_is_what_it_was() -> None:
    found = _results(0)
    for result in report()["hosts"][0]["results"]:
        assert found[result["control"]].findtext("x:result", "", NS) == WORDS[result["status"]]
    assert len(found) == len(report()["hosts"][0]["results"])


def test_a_waived_failure_is_a_failure_with_the_waiver_on_it() -> None:
    waived = next(r for r in report()["hosts"][0]["results"] if r["status"] == "waived")
    override = _results(0)[waived["control"]].find("x:override", NS)
    assert override is not None and override.attrib["authority"] == "Li Lei"
    assert [override.findtext(f"x:{key}-result", "", NS) for key in ("old", "new")] == ["fail", "fail"]
    remark = override.findtext("x:remark", "", NS)
    assert "W-1" in remark and "2027-06-30" in remark and "old, replaced in June" in remark


def test_a_host_that_was_not_reached_has_no_result_but_unknown() -> None:
    found = _results(1)
    assert {row.findtext("x:result", "", NS) for row in found.values()} == {"unknown"}
    assert {row.findtext("x:message", "", NS) for row in found.values()} == {"no route"}
    assert set(found) == set(_results(0))


def test_rules_name_clauses_and_items() -> None:
    made = report()
    root = _parsed(made)
    rules = {row.attrib["id"]: row for row in root.iterfind(".//x:Rule", NS)}
    for result in made["hosts"][0]["results"]:
        idents = rules[f"xccdf_medcloud_rule_{result['control']}"].findall("x:ident", NS)
        named = [(row.attrib["system"].rpartition(":")[2], row.text) for row in idents]
        assert named == [
            *(("gb-t-22239-2019", id_) for id_ in result["clauses"]),
            *(("t-gyjs-014-2025", id_) for id_ in result["items"]),
        ]


def test_the_score_counts_what_says_something_of_compliance() -> None:
    counts = Counter(result["status"] for result in report()["hosts"][0]["results"])
    scores = _parsed(report()).findall("x:TestResult/x:score", NS)
    counted = sum(counts[word] for word in ("pass", "fixed", "fail", "waived", "error"))
    assert (scores[0].text, scores[0].attrib["maximum"]) == (
        str(counts["pass"] + counts["fixed"]),
        str(counted),
    )
    assert scores[1].text == "0" and int(scores[1].attrib["maximum"]) == sum(counts.values())


def test_what_xml_cannot_hold_is_marked() -> None:
    assert "a <b> & \ufffd[0m\ufffd" in {row.findtext("x:message", "", NS) for row in _results(0).values()}


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    made, out = tmp_path / "audit.json", tmp_path / "audit.xml"
    made.write_text(json.dumps(report()), "utf-8")
    ran = CliRunner().invoke(main, ["harden", "report", str(made), "--xccdf", str(out)])
    assert ran.exit_code == 0, ran.output
    assert out.read_bytes() == xccdf(json.loads(made.read_text("utf-8")))


def test_a_report_of_nothing_can_still_be_written() -> None:
    made = report()
    made["hosts"] = []
    root = _parsed(made)
    assert not root.findall("x:TestResult", NS)


@pytest.mark.parametrize("name", ["a b", "a_b", "a/b", "一"])
def test_ids_stay_apart(name: str) -> None:
    made = report()
    made["hosts"][1]["name"] = name
    ids = {row.attrib["id"] for row in _parsed(made).findall("x:TestResult", NS)}
    assert len(ids) == 2
