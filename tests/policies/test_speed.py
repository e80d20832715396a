"""Judging is cheap, and its cost grows with the number of resources, not faster."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from medcloud_policies.core import pack
from medcloud_policies.serve.server import Analyzer
from tests.policies.examples import every
from tests.policies.requests import analyze, analyze_stack
from tests.policies.test_server import CONTEXT

_RULE = "openstack:networking/secGroupRule:SecGroupRule"


def _calls(work: Callable[[], object]) -> int:
    """How many functions are entered: the same on every machine, as seconds are not."""
    entered = itertools.count()

    def count(frame: FrameType, event: str, argument: object) -> None:
        if event in {"call", "c_call"}:
            next(entered)

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return next(entered)


def _documents(count: int) -> list[dict[str, Any]]:
    good = [e.document for e in every("good") if "resources" not in e.document]
    return [{**good[i % len(good)], "name": f"r{i}"} for i in range(count)]


def test_twice_as_many_resources_cost_twice() -> None:
    server = Analyzer()
    for document in _documents(500):  # what is made once a process is made before
        server.Analyze(analyze(document), CONTEXT)
    few, many = (analyze_stack(_documents(count)) for count in (500, 1000))
    assert len(pack.rules()) > 100
    ratio = _calls(lambda: server.AnalyzeStack(many, CONTEXT)) / _calls(
        lambda: server.AnalyzeStack(few, CONTEXT)
    )
    assert ratio < 2.5


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
    ratio = _calls(lambda: server.AnalyzeStack(many, CONTEXT)) / _calls(
        lambda: server.AnalyzeStack(few, CONTEXT)
    )
    assert ratio < 6  # four times as many rules; the square would be sixteen
