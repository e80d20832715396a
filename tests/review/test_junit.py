"""JUnit: one test case a rule."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from medcloud.review import Review
from medcloud.review.render.junit import junit
from medcloud_policies.core.message import PolicyMessage, compose
from medcloud_policies.core.rule import Text
from tests.review.logs import bad, end, made, region, step, violation


def suite(review: Review) -> ET.Element:
    found = ET.fromstring(junit(review).split("\n", 1)[1]).find("testsuite")  # noqa: S314 - our own
    assert found is not None
    return found


def test_one_case_a_rule() -> None:
    names = [case.get("name") for case in suite(bad()).iter("testcase")]
    assert names == [rule.id for rule in bad().rules]
    assert len(names) == len(set(names))


def test_a_refused_rule_fails_once_for_all_its_resources() -> None:
    case = next(c for c in suite(bad()).iter("testcase") if c.get("name") == "owner-named")
    failure = case.find("failure")
    assert failure is not None and failure.text is not None
    assert "his-data" in failure.text and "srv" in failure.text
    assert "7.2.2-b" in str(failure.get("message"))


def test_the_figures_fit() -> None:
    found = suite(region())
    assert found.get("tests") == str(len(region().rules))
    assert found.get("failures") == str(len(found.findall("testcase/failure")))
    assert int(str(found.get("failures"))) == len({f.rule for f in region().refused})


def test_undecided_is_skipped() -> None:
    lone = made(
        step("data"),
        violation(
            policyName="instance-zone",
            policyPackName="medcloud",
            enforcementLevel="advisory",
            message=compose(
                PolicyMessage("undecided", "low", ("A.5-b",), "", Text("zone", "zone"), Text("改", "x"))
            ),
        ),
        end(),
    )
    assert suite(lone).get("skipped") == "1"
    assert suite(lone).get("failures") == "0"


def test_what_could_not_run_is_an_error() -> None:
    event = {"diagnosticEvent": {"severity": "error", "message": "it broke"}}
    assert suite(made(event, end())).get("errors") == "1"


def test_control_characters_do_not_break_the_file() -> None:
    found = made(step("data"), violation(message="bad \x00\x1b\x0b byte\n\ud800"), end())
    assert suite(found).get("failures") == "1"
