"""Callers by what they are, calls said at the caller's side, and partners outside."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE
from tests.plan import sample

INSURANCE = {
    "name": "医保",
    "prefixes": ["10.200.1.0/24"],
    "by": "line",
    "ports": {"query": 9443, "pay": 9444},
}


def planned(**sections: dict[str, Any]) -> RegionPlan:
    """The sample with fields of some workloads, or of a section, set."""
    data = yaml.safe_load(SAMPLE)
    data["partners"] = {"insurance": INSURANCE}
    for key, fields in sections.items():
        if key in data["workloads"]:
            data["workloads"][key] |= fields
        else:
            data[key] = fields
    return sample.plan(parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml"))


def sources(plan: RegionPlan, target: str) -> list[str]:
    return [flow.source for flow in plan.flows if flow.target == target]


def egress(plan: RegionPlan, workload: str, port: int) -> set[str]:
    rules = sample.placement(plan, workload, "c1").rules
    return {r.remote for r in rules if (r.direction, r.port_min) == ("egress", port)}


@pytest.mark.parametrize(
    ("callers", "found"),
    [
        (["kind:his"], ["his"]),
        (["tenant:county"], ["ai"]),
        (["group:all&kind:ai", "his"], ["ai", "his"]),
        (["domain:core"], ["his", "emr", "archive"]),
        (["kind:oa"], []),
    ],
)
def test_callers_are_chosen_by_what_they_are(callers: list[str], found: list[str]) -> None:
    pacs = {"callers": callers, "pseudonymised": ["kind:ai"]}
    plan = planned(groups={"all": ["group", "county"]}, pacs=pacs)
    assert sources(plan, "pacs") == found


@pytest.mark.item("7.2.2-c")
def test_who_is_accepted_says_itself_that_it_calls() -> None:
    accepting = {"callers": [], "accepts": ["kind:lis"]}
    assert sources(planned(pacs=accepting), "pacs") == []
    assert sources(planned(pacs=accepting, lis={"calls": ["pacs"]}), "pacs") == ["lis"]


@pytest.mark.item("7.2.2-c")
def test_the_only_way_out_is_to_a_partners_service() -> None:
    plan = planned(his={"calls": ["insurance/query"]})
    assert egress(plan, "his", 9443) == {"10.200.1.0/24"}
    assert not egress(plan, "his", 9444)
    rules = [r for r in plan.centre("c1").firewall["c1/group/core"] if r.port == "9443"]
    assert [(r.direction, r.destination) for r in rules] == [("egress", "10.200.1.0/24")]
    assert egress(planned(his={"calls": ["insurance"]}), "his", 9444) == {"10.200.1.0/24"}


def test_a_partner_calls_what_names_it() -> None:
    plan = planned(his={"callers": ["insurance"]})
    balancer = sample.placement(plan, "his", "c1").balancer
    assert balancer is not None and balancer.allowed_cidrs == ("10.200.1.0/24",)
    rules = [r for r in plan.centre("c1").firewall["c1/group/core"] if r.source == "10.200.1.0/24"]
    assert [(r.direction, r.port) for r in rules] == [("ingress", "8443")]


def test_the_region_stays_clear_of_a_partner() -> None:
    near = {"insurance": {**INSURANCE, "prefixes": ["10.64.0.0/16"]}}
    assert "10.64.0.0/16" not in {centre.v4 for centre in planned(partners=near).centres}
