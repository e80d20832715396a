"""Masked flows: in the plan, in its text, on the rules, in the diff."""

from __future__ import annotations

import pytest

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan.text import to_text
from tests.model.sample import changed
from tests.plan import sample

pytestmark = pytest.mark.item("C.3-c")


TREATED = changed("workloads/emr/pseudonymised", ["ai"])


def _plan(text: str = TREATED):  # type: ignore[no-untyped-def]  # the sample's
    return sample.plan(parse(text, "region.yaml"))


def test_a_flow_says_how_its_data_are_treated() -> None:
    plan = _plan()
    treated = {(flow.source, flow.target): flow.data for flow in plan.flows if flow.data}
    assert treated == {("ai", "emr"): "pseudonymised"}
    assert "pseudonymised" in to_text(plan)
    assert ("C.3-c", ("emr",)) in {(advice.item, advice.workloads) for advice in plan.advice}


def test_a_rule_says_it_and_only_where_all_that_passes_is_treated() -> None:
    rules = sample.placement(_plan(), "ai", "c1").rules
    assert {rule.data for rule in rules if "calls emr" in rule.reason} == {"pseudonymised"}
    assert {rule.data for rule in rules if "calls emr" not in rule.reason} == {None}
    # two callers in one network are let in by one rule, and one of them gets data as they are
    many = {"instances": 20, "vcpus": 1, "memory_gib": 1, "data_gib": 1}
    data = changed("workloads/ai/size", many, changed("workloads/ai/tenant", "group", TREATED))
    data = changed("workloads/lis/size", many, changed("workloads/archive/callers", ["ai", "lis"], data))
    for pool in ("core", "general"):
        data = changed(f"pools/{pool}/hosts", 40, data)
    only, both = (
        sample.placement(
            _plan(changed("workloads/archive/pseudonymised", named, data)), "archive", "c1"
        ).rules
        for named in (["ai", "lis"], ["ai"])
    )
    ingress = [{r.data for r in rules if r.direction == "ingress"} for rules in (only, both)]
    assert ingress == [{"pseudonymised"}, {None}]


def test_the_diff_tells_that_data_are_given_otherwise() -> None:
    plain = changed("workloads/ai/kind", "generic", TREATED)
    open_ = changed("workloads/emr/pseudonymised", [], plain)
    (change,) = [c for c in compare(_plan(plain), _plan(open_)) if "flows." in c.id]
    assert (change.kind, change.severity, change.item) == ("protection", "high", "C.3-c")
    assert (change.before, change.after) == ("pseudonymised", "-")
    (back,) = [c for c in compare(_plan(open_), _plan(plain)) if "flows." in c.id]
    assert back.severity == "low"
