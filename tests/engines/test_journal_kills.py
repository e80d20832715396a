"""The engine SIGKILLed at random points of up and destroy: its journal names whatever it made or removed.

The control plane is a folder with a file an object, written some moments before the engine hears of it.
A few times in each run; `make campaign NAME=journal-kills` for the record.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.on_lab.stack import kill
from tests.support import campaign
from tests.support.engine_env import Stack, engine, new_stack

__all__ = ["engine", "new_stack"]
pytestmark = [pytest.mark.engine, pytest.mark.rounds]
New = Callable[..., Stack]

KILLS = campaign.count(3)
COUNT = 60

PROGRAM = """
import pathlib, random, time
import pulumi
from pulumi import dynamic

plane = pathlib.Path({plane!r})

class Provider(dynamic.ResourceProvider):
    def create(self, props):
        time.sleep(random.random() / 10)
        (plane / props["name"]).touch()
        time.sleep(random.random() / 10)
        return dynamic.CreateResult(props["name"], props)
    def delete(self, id, props):
        time.sleep(random.random() / 10)
        (plane / id).unlink()
        time.sleep(random.random() / 10)

class Thing(dynamic.Resource):
    def __init__(self, name, after):
        super().__init__(Provider(), name, {{"name": name}}, pulumi.ResourceOptions(depends_on=after))

made = []
for number in range({count}):
    made.append(Thing(f"t{{number}}", made[-6:-5]))
"""


def killed(stack: Stack, command: str, plane: Path, changes: float) -> bool:
    """Run it and SIGKILL it with all its processes once so many objects have changed; False when it ended."""
    before = len(list(plane.iterdir()))
    running = stack.start(command, "--yes", "--skip-preview")
    deadline = time.monotonic() + 300
    while abs(len(list(plane.iterdir())) - before) < changes and running.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    if running.poll() is not None:
        running.communicate()
        return False
    kill(running, whole=True)
    return True


def name(resource: dict[str, Any]) -> str:
    return str(resource["urn"]).rsplit("::", 1)[-1]


def test_what_a_kill_leaves_is_named(new_stack: New, tmp_path: Path) -> None:
    plane = tmp_path / "plane"
    plane.mkdir()
    stack = new_stack(PROGRAM.format(plane=str(plane), count=COUNT), "k")
    moments = random.Random(campaign.seed())  # noqa: S311  # moments, no secrets
    turn = 0
    while turn < KILLS:
        have = len(list(plane.iterdir()))
        command = "up" if have < COUNT and (have == 0 or moments.random() < 0.6) else "destroy"
        if not killed(stack, command, plane, moments.uniform(0, 30)):
            continue
        turn += 1
        document = json.loads(stack("stack", "export").stdout)
        deployment = document["deployment"]
        resources = deployment.get("resources") or []
        held = {name(r) for r in resources if "dynamic" in r["type"]}
        pending = deployment.pop("pending_operations", None) or []
        begun = {name(o["resource"]) for o in pending if o["type"] == "creating"}
        ending = {name(o["resource"]) for o in pending if o["type"] == "deleting"}
        there = {path.name for path in plane.iterdir()}
        campaign.note(
            {
                "turn": turn,
                "command": command,
                "held": len(held),
                "begun": len(begun),
                "made, not yet recorded": len(there - held),
                "ending": len(ending),
                "gone, not yet recorded": len(held - there),
            }
        )
        assert there - held <= begun, f"kill {turn}: made and forgotten"
        assert held - there <= ending, f"kill {turn}: gone and still held"
        assert begun.isdisjoint(held)
        for lost in there - held:  # as `medcloud recover` settles what is pending
            (plane / lost).unlink()
        deployment["resources"] = [r for r in resources if name(r) not in held - there]
        settled = tmp_path / "settled.json"
        settled.write_text(json.dumps(document))
        stack("cancel", "--yes")
        stack("stack", "import", "--file", str(settled))
    stack.up()
    assert len(list(plane.iterdir())) == COUNT
    stack("up", "--yes", "--skip-preview", "--expect-no-changes")
    stack.destroy()
    assert list(plane.iterdir()) == []
