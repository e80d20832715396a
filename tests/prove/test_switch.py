"""What is switched off is off in the child, whoever holds it, and everything else goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from medcloud.matrix.deciders import deciders
from medcloud.model import RegionRefused, parse
from medcloud.plan import PlanRefused
from medcloud_policies.core import pack
from tests.model.sample import changed
from tests.plan import sample
from tests.policies.examples import load
from tools.prove import fork
from tools.prove.functions import function
from tools.prove.switch import switches


def off(key: str, work: Callable[[], Any], part: str = "") -> Any:
    """What work comes to with a decider switched off."""
    decider = next(decider for decider in deciders() if decider.key == key)
    (switch,) = [switch for switch in switches(decider) if part in switch.what][:1]

    def run() -> Any:
        switch.apply()
        return work()

    ((_, said),) = fork.each([(key, run)], jobs=1, seconds=60)
    return said


def refused(path: str, value: Any) -> list[str]:
    """The paths at which the sample with one change is refused."""
    try:
        parse(changed(path, value), "x")
    except RegionRefused as error:
        return sorted({finding.place.path for finding in error.findings})
    return []


def findings(rule_id: str) -> int:
    rule = next(rule for rule in pack.rules() if rule.id == rule_id)
    return sum(len(example.verdict().findings) for example in load(rule, "bad"))


@pytest.mark.parametrize("rule_id", ["volume-encrypted", "recovery-centre"])
def test_a_rule(rule_id: str) -> None:
    assert findings(rule_id) > 0
    assert off(f"rule {rule_id}", lambda: findings(rule_id)) == 0
    assert off("rule flavor-isa", lambda: findings(rule_id)) == findings(rule_id)
    assert findings(rule_id) > 0, "the parent is as it was"


def test_a_limit_and_not_its_equal_beside_it() -> None:
    """Pool.ecc and Pool.nvme have one and the same constraint: `typing` keeps equal annotations once."""
    assert refused("pools/edge/ecc", False) == ["pools.edge.ecc"]
    assert off("limit Pool.ecc", lambda: refused("pools/edge/ecc", False)) == []
    assert off("limit Pool.ecc", lambda: refused("pools/edge/nvme", False)) == ["pools.edge.nvme"]
    for tier in ("block", "archive"):  # which inherit the field
        assert refused(f"storage/{tier}/copies", 1)
        assert off("limit Tier.copies", partial(refused, f"storage/{tier}/copies", 1)) == []


@pytest.mark.parametrize(
    ("key", "part", "path", "value"),
    [
        ("constraint medcloud.model.pool._isa", "7.5.1-c", "pools/edge/isa", "mips"),
        ("constraint medcloud.model.checks.hosts.numa", "7.3.1.2-a", "pools/edge/numa_nodes", 3),
        (
            "constraint medcloud.model.checks.storage.tiers",
            "7.3.2.2-e",
            "workloads/archive/storage",
            "general",
        ),
    ],
)
def test_a_refusal(key: str, part: str, path: str, value: Any) -> None:
    assert refused(path, value)
    assert value == "mips" or off(key, lambda: refused(path, value), part) == []
    if value == "mips":  # accepted here, and refused by the type behind it, which names no item
        assert off(key, lambda: refused(path, value), part) == ["pools.edge.isa"]


def test_a_refusal_in_the_name_of_another_item_stays() -> None:
    key = "constraint medcloud.model.checks.storage.tiers"
    found = off(key, lambda: refused("workloads/pacs/storage", "archive"), "7.3.2.2-e")
    assert found == ["workloads.pacs.storage"]


def test_a_derivation() -> None:
    def tls() -> list[str]:
        balancer = sample.placement(sample.plan(), "his", "c1").balancer
        return list(balancer.tls_versions) if balancer else []

    assert tls() == ["TLSv1.3"]
    assert off("derivation medcloud.plan.network.balancers.balancer", tls, "tls_versions") == []


def test_every_decider_but_tables_has_a_switch() -> None:
    assert [decider.key for decider in deciders() if not switches(decider)] == []


def test_functions_are_found_behind_their_decorators() -> None:
    for module, symbol in (
        ("medcloud.plan.protection.levels", "protection"),
        ("medcloud.plan.addressing", "Net.layout"),
        ("medcloud.model.topology", "Centre.admin_cloud"),
    ):
        assert function(module, symbol).__name__ == symbol.rpartition(".")[2]


def test_plans_are_refused_as_before() -> None:
    with pytest.raises(PlanRefused):
        sample.plan(
            sample.edited(("zone: r1, external: external", "zone: r1, external: external, vpn: false"))
        )
