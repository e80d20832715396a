"""Judging is cheap, and its cost grows with the number of resources, not faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from medcloud_policies.core import pack
from medcloud_policies.serve.server import Analyzer
from tests.policies.examples import every
from tests.policies.requests import analyze, analyze_stack
from tests.policies.test_server import CONTEXT

_RULE = "openstack:networking/secGroupRule:SecGroupRule"


def _seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the better of two runs: the machine is shared."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _documents(count: int) -> list[dict[str, Any]]:
    good = [e.document for e in every("good") if "resources" not in e.document]
    return [{**good[i % len(good)], "name": f"r{i}"} for i in range(count)]


def test_a_thousand_resources_in_well_under_a_second() -> None:
    documents = _documents(1000)
    requests = [analyze(d, urn=str(d["name"])) for d in documents]
    whole = analyze_stack(documents)
    server = Analyzer()
    assert len(pack.rules()) > 100
    assert _seconds(lambda: [server.Analyze(r, CONTEXT) for r in requests]) < 0.5
    assert _seconds(lambda: server.AnalyzeStack(whole, CONTEXT)) < 0.5


def _group(count: int) -> list[dict[str, Any]]:
    return [
        {
            "type": _RULE,
            "name": f"r{i}",
            "properties": {
                "direction": "ingress",
                "protocol": "tcp",
                "portRangeMin": 1024 + i,
                "portRangeMax": 1024 + i,
                "remoteIpPrefix": f"10.{i // 250}.{i % 250}.0/24",
                "securityGroupId": "one",
            },
        }
        for i in range(count)
    ]


def test_one_group_with_many_rules_grows_linearly() -> None:
    few, many = analyze_stack(_group(1000)), analyze_stack(_group(4000))
    server = Analyzer()
    ratio = _seconds(lambda: server.AnalyzeStack(many, CONTEXT)) / _seconds(
        lambda: server.AnalyzeStack(few, CONTEXT)
    )
    assert ratio < 8  # four times as many rules; the square would be sixteen
