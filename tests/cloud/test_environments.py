"""A test region of one centre, by components and the pack."""

from __future__ import annotations

from pathlib import Path

import pulumi
import pytest

from medcloud.cloud.load_plan import load_plan
from medcloud.model.reading import expanded
from tests.support.promised import refusals

FILE = Path("examples/environments/region.yaml")


@pytest.mark.parametrize("environment", ["test", "drill"])
def test_it_comes_up_past_the_pack(environment: str, tmp_path: Path) -> None:
    assert refusals(expanded(FILE, environment), tmp_path) == []


def test_a_stack_says_which_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulumi.runtime, "is_dry_run", lambda: True)
    monkeypatch.setattr(pulumi.Config, "get", lambda self, key: {"environment": "test"}.get(key))
    plan, _ = load_plan(str(FILE))
    assert plan.id == "xinhe-test"
