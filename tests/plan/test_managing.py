"""The management plane: a jump host and a log audit reach servers, and servers know of them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan.hosts.rows import host_rows
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE, changed, findings
from tests.plan import sample

SIZE = {"instances": 1, "vcpus": 2, "memory_gib": 4, "data_gib": 10}
JUMP: dict[str, Any] = {
    "kind": "jump",
    "level": 2,
    "pool": "general",
    "size": SIZE,
    "port": 8443,
    "manages": {"servers": ["all"]},
}
LOGS: dict[str, Any] = {
    "kind": "logs",
    "level": 3,
    "pool": "general",
    "size": SIZE,
    "ports": {"in": {"service": "syslog", "balance": "none"}},
    "callers": ["all"],
}


@pytest.fixture(scope="module")
def plan() -> RegionPlan:
    data = yaml.safe_load(SAMPLE)
    data["workloads"] |= {"jump": JUMP, "logs": LOGS}
    return sample.plan(parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml"))


@pytest.mark.item("7.2.2-a")
def test_a_jump_host_and_nobody_else_logs_in(plan: RegionPlan) -> None:
    jumps = {f"{i.v4}/32" for c in ("c1", "c2") for i in sample.placement(plan, "jump", c).instances}
    rules = [r for r in sample.placement(plan, "his", "c1").rules if r.port_min == 22]
    assert {r.remote for r in rules if r.version == 4} == jumps
    assert {r.direction for r in rules} == {"ingress"}


def test_all_servers_know_their_jump_hosts_and_their_log_audit(plan: RegionPlan) -> None:
    rows = {row.name: row for row in host_rows(plan)}
    site = rows["panyu-c1-his-0"].site
    assert site is not None
    assert f"{sample.placement(plan, 'jump', 'c1').instances[0].v4}/32" in site.admin_sources
    assert site.log_receiver == f"{sample.placement(plan, 'logs', 'c1').instances[0].v4}:6514"
    own = rows["panyu-c1-logs-0"].site
    assert own is not None and own.log_receiver == ""


@pytest.mark.item("7.2.2-a")
@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("kind", "generic", "manages"),
        ("manages", {"servers": ["internet"]}, "manages.servers[0]"),
        ("manages", {"servers": ["jump"]}, "manages.servers[0]"),
        ("manages", {"servers": ["nobody"]}, "manages.servers[0]"),
        ("manages", {"servers": ["his"], "ports": [8443]}, "manages.ports[0]"),
        ("manages", {"servers": []}, "manages.servers"),
    ],
)
def test_what_is_refused(field: str, value: Any, where: str) -> None:
    text = changed("workloads/jump", {**JUMP, field: value})
    assert [f.place.path for f in findings(text)] == [f"workloads.jump.{where}"]


def test_a_workload_of_that_name_is_meant_first() -> None:
    text = changed("workloads/all", {**JUMP, "manages": None} | {"kind": "oa"})
    assert findings(changed("workloads/his/callers", ["all"], text.replace("    manages: null\n", ""))) == ()
