"""The sample's plan, whole, and what makes a plan a plan: pure, frozen, printable."""

from __future__ import annotations

import builtins
import dataclasses
import io
import json
import os
import socket
from collections.abc import Mapping
from typing import Any

import pytest

from medcloud.plan import allocate, derive, to_json, to_text
from tests.plan import sample


def test_the_sample_comes_to_its_golden_plan() -> None:
    """A change that is meant: ``python -m tests.plan.sample``, then read the difference."""
    assert json.loads(sample.GOLDEN.read_text(encoding="utf-8")) == to_json(sample.plan())


def test_the_golden_plan_is_written_as_the_command_writes_it() -> None:
    assert sample.GOLDEN.read_text(encoding="utf-8") == sample.golden()


def test_planning_touches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    region, lock = sample.region(), sample.lock()
    first = derive(region, allocate(region, lock))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a plan did I/O")

    for place, name in ((builtins, "open"), (io, "open"), (os, "open"), (os, "stat"), (socket, "socket")):
        monkeypatch.setattr(place, name, refuse)
    again = derive(region, allocate(region, lock))
    monkeypatch.undo()
    assert first == again


def test_numbers_given_out_before_are_not_changed_in_place() -> None:
    lock = sample.lock()
    text = repr(lock)
    allocate(sample.edited(("  gateway: {kind: edge", "  g2: {kind: edge")), lock)
    assert repr(lock) == text


def test_the_plan_is_frozen_all_the_way_down() -> None:
    _frozen(sample.plan())


def _frozen(value: Any) -> None:
    if dataclasses.is_dataclass(value):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, dataclasses.fields(value)[0].name, None)
        for field in dataclasses.fields(value):
            _frozen(getattr(value, field.name))
    elif isinstance(value, Mapping):
        with pytest.raises(TypeError):
            value["x"] = 1  # type: ignore[index]  # that it cannot be set is the test
        for item in value.values():
            _frozen(item)
    elif isinstance(value, tuple):
        for item in value:
            _frozen(item)
    else:
        assert value is None or isinstance(value, str | int | bool)


def test_everything_in_the_plan_is_in_its_json() -> None:
    plan = sample.plan()
    text = json.dumps(to_json(plan), ensure_ascii=False)
    for workload in plan.workloads:
        for placement in workload.placements:
            assert all(f'"{i.v4}"' in text and f'"{i.v6}"' in text for i in placement.instances)
    assert json.loads(text)["name"] == "番禺区域医疗云"


def test_the_text_names_all_that_a_person_asks_for() -> None:
    plan = sample.plan()
    text = to_text(plan)
    for centre in plan.centres:
        assert centre.site_name in text
        for network in centre.domains:
            assert f"{network.key} " in text
            assert str(network.vni) in text
    for workload in plan.workloads:
        assert f"\n  {workload.id} " in text
