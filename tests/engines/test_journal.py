"""The engine's journal: an update writes its state once, and a kill loses nothing done before it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from medcloud.engine import journal
from medcloud.engine.errors import EngineFailed
from medcloud.text import urns
from tests.support.engine_env import Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]

PROGRAM = """
import hashlib, os, pathlib, time
import pulumi
from pulumi import dynamic

state = pathlib.Path({state!r})
notes = pathlib.Path({notes!r})

class Provider(dynamic.ResourceProvider):
    def create(self, props):
        seen = hashlib.sha256(state.read_bytes()).hexdigest()
        with notes.open("a") as out:
            out.write(f"create {{int(props['n'])}} {{seen}}\\n")
        if props["n"] == {hang}:
            time.sleep(600)
        return dynamic.CreateResult(f"id-{{int(props['n'])}}", {{**props, "hidden": "planted-9Zx"}})
    def delete(self, id, props):
        with notes.open("a") as out:
            out.write(f"delete {{id}} -\\n")
        if id == "id-{stay}":
            time.sleep(600)

class Thing(dynamic.Resource):
    def __init__(self, n, after):
        options = pulumi.ResourceOptions(depends_on=after, additional_secret_outputs=["hidden"])
        super().__init__(Provider(), f"t{{n}}", {{"n": n, "hidden": None}}, options)

last = []
for n in range({count}):
    last = [Thing(n, last)]
"""


class Run:
    """A stack of a chain of resources, its program written anew for each run."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.root = Path(stack.env["PULUMI_BACKEND_URL"].removeprefix("file://")) / ".pulumi"
        self.state = self.root / "stacks/p/test.json"
        self.journal = self.root / "journals/p/test.jsonl"
        self.notes = stack.folder / "notes"

    def write(self, count: int, hang: int = -1, stay: int = -1) -> None:
        text = PROGRAM.format(state=str(self.state), notes=str(self.notes), count=count, hang=hang, stay=stay)
        (self.stack.folder / "__main__.py").write_text(text)

    def noted(self) -> list[list[str]]:
        return [line.split() for line in self.notes.read_text().splitlines()] if self.notes.exists() else []

    def killed(self, *words: str, at: str) -> None:
        """Run a command and SIGKILL all of it once its program has noted `at`."""
        running = self.stack.start(*words, "--yes", "--skip-preview")
        deadline = time.monotonic() + 60
        while not any(" ".join(note).startswith(at) for note in self.noted()):
            assert time.monotonic() < deadline
            assert running.poll() is None
            time.sleep(0.05)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()

    def export(self) -> dict[str, Any]:
        return self.stack.export()

    def names(self) -> list[str]:
        found = [resource["urn"] for resource in self.stack.resources()]
        return [urns.split(urn).name for urn in found if "dynamic" in urn]

    def pending(self) -> list[tuple[str, str]]:
        operations = self.export()["deployment"].get("pending_operations") or []
        return [(o["type"], urns.split(o["resource"]["urn"]).name) for o in operations]


@pytest.fixture
def run(new_stack: New) -> Run:
    return Run(new_stack("", "p"))


def test_the_state_is_written_once_an_update(run: Run) -> None:
    before = hashlib.sha256(run.state.read_bytes()).hexdigest()
    run.write(6)
    run.stack.up()
    assert {seen for _, _, seen in run.noted()} == {before}
    assert len(run.noted()) == 6
    assert run.names() == [f"t{n}" for n in range(6)]
    assert not run.journal.exists()


def test_without_journaling_it_is_written_at_every_step(run: Run) -> None:
    run.stack.env["PULUMI_DISABLE_JOURNALING"] = "true"
    run.write(3)
    run.stack.up()
    assert len({seen for _, _, seen in run.noted()}) == 3


def test_a_kill_loses_nothing(run: Run) -> None:
    run.write(5, hang=3)
    run.killed("up", at="create 3")
    assert run.names() == ["t0", "t1", "t2"]
    assert run.pending() == [("creating", "t3")]
    assert "planted-9Zx" not in run.journal.read_text()
    run.stack("cancel", "--yes")
    run.write(5)
    run.stack("refresh", "--yes", "--skip-preview", "--clear-pending-creates")
    run.stack.up()
    created = [n for word, n, _ in run.noted() if word == "create"]
    assert created == ["0", "1", "2", "3", "3", "4"]
    assert not run.journal.exists()
    run.stack("up", "--yes", "--skip-preview", "--expect-no-changes")


def test_a_kill_amid_destroy_loses_nothing(run: Run) -> None:
    run.write(4, stay=1)
    run.stack.up()
    run.killed("destroy", at="delete id-1")
    assert run.names() == ["t0", "t1"]
    assert run.pending() == [("deleting", "t1")]
    run.stack("cancel", "--yes")
    document = json.loads(run.stack("stack", "export").stdout)
    assert [urns.split(r["urn"]).name for r in document["deployment"]["resources"]][-2:] == ["t0", "t1"]


def test_an_entry_that_was_cut_off_is_as_if_never_written(run: Run) -> None:
    run.write(5, hang=3)
    run.killed("up", at="create 3")
    whole = run.journal.read_bytes()
    run.journal.write_bytes(whole + b'{"version":1,"kind":0,"sequ')
    assert run.pending() == [("creating", "t3")]
    lines = whole.splitlines(keepends=True)
    run.journal.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    assert run.names() == ["t0", "t1", "t2"]
    assert run.pending() == []


def test_a_journal_of_another_state_is_left_alone(run: Run) -> None:
    run.write(3, hang=2)
    run.killed("up", at="create 2")
    run.stack("cancel", "--yes")
    document = run.export()
    document["deployment"]["pending_operations"] = []
    kept = run.stack.folder / "kept.json"
    kept.write_text(json.dumps(document))
    run.stack("stack", "import", "--file", str(kept))
    assert run.journal.exists()
    assert run.pending() == []
    assert run.names() == ["t0", "t1"]


def test_the_journal_goes_with_its_stack(run: Run) -> None:
    run.write(2, hang=1)
    run.killed("up", at="create 1")
    run.stack("cancel", "--yes")
    run.stack("stack", "rm", "--yes", "--force")
    assert not run.journal.exists()


def test_a_pulumi_that_reads_no_journals_is_told(run: Run) -> None:
    place = run.stack.env["PULUMI_BACKEND_URL"], "p", "test"
    run.write(2, hang=1)
    stale = json.loads(run.state.read_text())["checkpoint"]
    blind = {"deployment": stale.get("latest") or {}}
    run.killed("up", at="create 1")
    with pytest.raises(EngineFailed, match="cannot read"):
        journal.must_be_read(*place, blind)
    journal.must_be_read(*place, run.export())
    lines = run.journal.read_bytes().splitlines(keepends=True)
    run.journal.write_bytes(lines[0])
    journal.must_be_read(*place, blind)
    run.journal.write_bytes(b"".join(lines))
    run.state.write_text(run.state.read_text() + "\n")
    journal.must_be_read(*place, blind)
