"""The state of the last release under the program of today: nothing is made, replaced or deleted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.cloud import release
from tests.cloud.test_engine_package import configured, offline
from tests.support.engine_env import Stack

pytestmark = pytest.mark.engine
__all__ = ["offline"]


@pytest.fixture
def last(offline: dict[str, str], tmp_path: Path) -> Stack:
    """A stack that holds the recorded state."""
    stack = configured(offline, tmp_path, release.REGION)
    for key, value in release.SECRETS.items():
        stack("config", "set", "--secret", f"medcloud:{key}", value)
    settings = yaml.safe_load((stack.folder / "Pulumi.test.yaml").read_text("utf-8"))
    stack.replace(release.deployment(settings["encryptionsalt"]))
    return stack


def moved(stack: Stack) -> dict[str, list[str]]:
    """What a preview would do to resources, by operation, but for what stays and what changes in place."""
    done = stack.run("preview", "--json", variables={"PULUMI_SKIP_CHECKPOINTS": "true"})
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    found: dict[str, list[str]] = {}
    steps = json.loads(done.stdout)["steps"]
    assert len(steps) > 100
    for step in steps:
        if step["op"] not in ("same", "update", "read"):
            found.setdefault(step["op"], []).append(f"{step['urn']} {step.get('replaceReasons', '')}")
    return found


def test_nothing_of_the_last_release_moves(last: Stack) -> None:
    """An alias in the component keeps what is renamed; ``tests.cloud.release`` records a release anew."""
    assert moved(last) == {}


def test_the_recorded_state_has_every_kind_that_the_components_make() -> None:
    kinds = Counter(each["type"] for each in release.deployment("")["deployment"]["resources"])
    sample = {
        line.split()[0]
        for line in (release.DATA.parent / "golden" / "panyu.resources").read_text("utf-8").splitlines()
    }
    assert sample <= set(kinds)
