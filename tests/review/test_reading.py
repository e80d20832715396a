"""From event log to review: what is refused, where, with which words; what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from medcloud.engine.event_log import parse
from medcloud.plan.protection import WaivedPlan
from medcloud.review import RegionFile, review
from medcloud.review.masking import HIDDEN
from medcloud.standard import items
from medcloud.text import Place
from medcloud_policies.core.message import PolicyMessage, compose
from medcloud_policies.core.rule import Text
from tests.plan import sample
from tests.review.logs import REGION, bad, end, made, region, step, violation

SECRET = "Xk29sLq8vT2pWq9z"  # what the programs behind both logs hold in clear
LINES = REGION.read_text("utf-8").splitlines()


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(start))


def test_a_refusal_has_clause_resource_and_remedy() -> None:
    found = next(f for f in bad().refused if f.rule == "volume-encrypted")
    assert found.items == ("7.2.1-b", "C.2-b")  # level 4
    assert (found.type, found.name) == ("openstack:blockstorage/volume:Volume", "his-data")
    assert found.what.en == "level 4, volumeType standard"
    assert found.remedy.zh.startswith("将 volumeType 设为")
    assert found.remedy.en.startswith("Set volumeType to")
    assert bad().code == 1


def test_the_worst_come_first() -> None:
    severities = [f.severity for f in bad().refused]
    assert severities == sorted(severities, key=["critical", "high", "medium", "low"].index)
    assert len(severities) == 15


def test_a_workload_is_found_by_its_label_and_by_its_name() -> None:
    places = {f.name: f.place for f in region().findings}
    assert places["panyu-c1-his-scratch"].line == line_of("  his: {kind")  # a label
    assert places["panyu-p1-portal-ssh"].line == line_of("  portal: {kind")  # a rule has no labels
    assert places["panyu-e1-iot"].line == line_of("  e1: {role")  # no workload: the centre
    assert {p.file for n, p in places.items() if n.startswith("panyu")} == {str(REGION)}


def test_what_is_not_of_the_region_is_mended_in_the_project() -> None:
    vendor = next(f for f in region().refused if f.name == "vendor")
    assert vendor.where == "infra/Pulumi.yaml:1"


def test_labels_of_another_region_are_no_place_in_this_one() -> None:
    labels = {"medcloud-workload": "his", "medcloud-region": "elsewhere"}
    places = RegionFile("p.yaml", "r.yaml", "panyu", {("workloads", "his"): Place("r.yaml", 9, 3)})
    found = made(step("data", inputs={"metadata": labels}), violation(), places=places)
    assert found.findings[0].where == "p.yaml:1"


def test_a_resource_without_labels_is_placed_by_its_parents_name() -> None:
    parent = step("panyu-c1-his")["resourcePreEvent"]["metadata"]["urn"]
    places = RegionFile("p.yaml", "r.yaml", "panyu", {("workloads", "his"): Place("r.yaml", 9, 3)})
    found = made(step("data", state={"parent": parent}), violation(), places=places)
    assert found.findings[0].where == "r.yaml:9"


def test_a_message_without_its_data_speaks_for_itself() -> None:
    words = "标题 / Title\nT/GYJS 014-2025 7.2.1-b: level 4\n已豁免 / waived by W1: move\n"
    event = violation(policyName="volume-encrypted", policyPackName="medcloud", message=words)
    (found,) = made(step("data"), event, end()).findings
    assert (found.kind, found.blocking, found.items) == ("policy", True, ("7.2.1-b",))


def test_undecided_is_no_refusal() -> None:
    (found,) = region().undecided
    assert (found.rule, found.name) == ("network-shared", "panyu-e1-iot")
    assert found.what.en == "shared: not known yet, undecided"
    assert found.what.zh == "shared: 尚未可知，未判定"


def test_a_waiver_is_told_and_does_not_refuse() -> None:
    what = Text("level 4\n已豁免：W1：搬迁", "level 4\nwaived by W1: move")
    message = compose(PolicyMessage("waived", "critical", ("7.2.1-b",), "", what, Text("改", "Mend it")))
    found = made(
        step("data"),
        violation(
            policyName="volume-encrypted",
            policyPackName="medcloud",
            message=f"标题 / Title\n{message}\n",
            enforcementLevel="advisory",
        ),
        end(),
    )
    assert [f.rule for f in found.waived] == ["volume-encrypted"]
    assert "W1" in found.waived[0].what.zh
    assert found.code == 0
    states = {c.id: c.state for c in found.clauses}
    assert states["7.2.1-b"] == "waived"
    assert states["C.2-b"] == "judged"  # the rule decides it too, but this finding is not against it


def test_what_the_region_file_has_waivers_for_is_told_at_its_line() -> None:
    waived = WaivedPlan(
        place="workloads.his.size.instances",
        item="7.3.2.3-a",
        text=Text("太少", "too few"),
        waiver="W-12",
        reason="搬迁",
        approved_by="陈安",
        until="2027-06-30",
    )
    plan = replace(sample.plan(), waived=(waived,))
    places = RegionFile("p.yaml", "r.yaml", "panyu", {("workloads", "his"): Place("r.yaml", 9, 3)}, plan)
    found = review(parse('{"sequence": 1, "cancelEvent": {}}\n', "log"), places)
    (told,) = found.waived
    assert (told.place.line, told.items, told.blocking) == (9, ("7.3.2.3-a",), False)
    assert "too few; waived by W-12 until 2027-06-30" in told.what.en
    assert {c.id: c.state for c in found.clauses}["7.3.2.3-a"] == "waived"


def test_a_pack_of_others_speaks_for_itself() -> None:
    found = made(step("data"), violation(severity="critical"), end())
    (refused,) = found.refused
    assert (refused.pack, refused.rule, refused.severity) == ("house", "backup", "critical")
    assert refused.items == ("7.3.2.4-a",)
    assert refused.title.en == "Volumes need a backup."
    assert found.code == 1


def test_the_same_violation_told_twice_is_one() -> None:
    assert len(made(step("data"), violation(), violation(), end()).refused) == 1


def test_advice_does_not_refuse() -> None:
    found = made(step("data"), violation(enforcementLevel="advisory"), end())
    assert (len(found.advised), found.code) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        'password = "Xk29sLq8vT2pWq9z"',
        "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----",
        "https://admin:Xk29sLq8vT2pWq9z@registry.example/",
    ],
)
def test_what_may_be_a_secret_is_not_told(text: str) -> None:
    event = {"diagnosticEvent": {"severity": "error", "message": f"cannot go on\n{text}\n"}}
    found = made(step("data"), violation(message=f"Found\n{text}"), event, end())
    told = [t for f in found.findings for t in (*f.what, *f.title)]
    assert any(HIDDEN in t for t in told)
    assert not any(part in t for t in told for part in ("Xk29", "MIIE"))


def test_no_value_of_a_property_is_in_a_review() -> None:
    for found in (bad(), region()):
        assert SECRET not in repr(found)
        assert "hunter2" not in repr(found)


def test_a_replacement_is_one_change() -> None:
    ops = ("create-replacement", "replace", "delete-replaced")
    found = made(*[step("data", op, diffs=["size"], detailedDiff={"size": {}}) for op in ops], end())
    (change,) = found.changes
    assert (change.op, change.properties) == ("replace", ("size",))


@pytest.mark.parametrize("op", ["create-replacement", "delete-replaced", "replace"])
def test_each_step_of_a_replacement_is_one(op: str) -> None:
    assert made(step("data", op), end()).counts == {"replace": 1}


def test_what_stays_the_same_is_counted_out() -> None:
    found = made(step("a", "same"), step("b", "update", diffs=["size", "name"]), step("c", "delete"), end())
    assert found.counts == {"update": 1, "delete": 1}
    assert len(found.changes) == 3


def test_all_items_are_there_with_the_state_of_the_worst_rule() -> None:
    clauses = {clause.id: clause for clause in bad().clauses}
    assert list(clauses) == [entry.id for entry in items()]
    assert clauses["7.2.1-b"].state == "violated"
    assert "volume-encrypted" in clauses["7.2.1-b"].rules
    assert "ike-version" not in clauses["7.2.1-b"].rules  # behind the item, but found nothing
    assert clauses["7.3.2.2-a"].state == "judged"
    assert clauses["6.1.1-a"].state == "none"


def test_our_rules_do_not_count_as_judged_when_only_others_ran() -> None:
    found = made(step("data"), violation(), {"summaryEvent": {"PolicyPacks": {"house|local|p": "1"}}})
    assert [rule.pack for rule in found.rules] == ["house"]


def test_an_error_of_the_program_is_code_2() -> None:
    event = {"diagnosticEvent": {"severity": "error", "message": "error: no such flavor\n"}}
    found = made(step("data"), event, end(result="failed"))
    assert found.code == 2
    assert found.broken[0].what.en == "error: no such flavor"


def test_a_log_without_an_end_is_code_2() -> None:
    assert made(step("data")).code == 2


def test_a_last_line_that_was_cut_off_is_left_out() -> None:
    found = review(parse('{"sequence": 1, "cancelEvent": {}}\n{"sequence": 2, "po', "cut"), RegionFile("p"))
    assert not found.finished


KEYS = st.sampled_from(
    [
        "resourcePreEvent",
        "policyEvent",
        "diagnosticEvent",
        "summaryEvent",
        "preludeEvent",
        "PolicyPacks",
        "metadata",
        "new",
        "old",
        "inputs",
        "urn",
        "type",
        "op",
        "tags",
        "message",
        "severity",
        "resourceUrn",
        "policyName",
        "diffs",
        "detailedDiff",
        "enforcementLevel",
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["error", "mandatory"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


# how long a busy machine takes over inputs says nothing of the review
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(KEYS, JSON, max_size=4), max_size=6))
def test_no_event_of_odd_form_breaks_a_review(events: list[dict[str, object]]) -> None:
    found = made({"cancelEvent": {}}, *events)
    assert len(found.clauses) == 156
