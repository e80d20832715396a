"""The engine SIGKILLed at random points of `up` and `destroy`, recovered each time, at last as if unhurt.

Twice in each run: `up` with the engine alone killed, `destroy` with all that it started. Four kills of
`make campaign NAME=kills` show both ways of both.
"""

from __future__ import annotations

import contextlib
import random
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.on_lab.fault_stack import converged, fault_stack, orphans
from tests.on_lab.stack import LabStack, kill
from tests.support import campaign
from tests.support.lab_env import Lab

pytestmark = [pytest.mark.lab, pytest.mark.engine, pytest.mark.rounds]

KILLS = campaign.count(2)
LATEST = 18.0
"""Seconds after the first creation of a run within which its engine is killed."""


@pytest.fixture
def stack(lab: Lab, tmp_path: Path) -> Iterator[LabStack]:
    made = fault_stack(tmp_path)
    yield made
    made.take_down()
    assert orphans(made, lab) == {}, "left behind after destroy"


def killed(stack: LabStack, command: str, after: float, *, whole: bool) -> bool:
    """Begin it and SIGKILL it that long after its first change; False when it was through before.

    `whole` kills its providers and program as well, as the end of a container does.
    """
    engine = stack.start(command, "--yes", "--skip-preview")
    changing = threading.Event()
    reader = threading.Thread(target=_watch, args=(engine, changing))
    reader.start()
    while not changing.wait(0.2) and engine.poll() is None:
        pass
    with contextlib.suppress(subprocess.TimeoutExpired):
        engine.wait(after)
        reader.join()
        return False
    kill(engine, whole=whole)
    reader.join()
    return True


def _watch(engine: subprocess.Popen[str], changing: threading.Event) -> None:
    for line in engine.stdout or ():
        if (" creating (" in line or " deleting (" in line) and "openstack:" in line:
            changing.set()


def test_killed_engines_leave_nothing_behind(stack: LabStack, lab: Lab) -> None:
    moments = random.Random(campaign.seed())  # noqa: S311  # moments, no secrets
    turn = 0
    while turn < KILLS:
        after = moments.uniform(0, LATEST)
        whole = turn % 4 in (1, 2)
        command = "destroy" if turn % 2 else "up"
        if not killed(stack, command, after, whole=whole):
            if command == "up":
                converged(stack, lab)
                stack.destroy()
            else:
                stack.up()
            continue
        pending = Counter(o["resource"]["type"] for o in stack.pending())
        began = time.monotonic()
        report = stack.recover()
        took = time.monotonic() - began
        left = orphans(stack, lab)
        actions = Counter(o["action"] for o in report["outcomes"])
        campaign.note(
            {
                "turn": turn,
                "command": command,
                "whole": whole,
                "after": round(after, 1),
                "interrupted": dict(pending),
                "actions": actions,
                "adopted": [o["type"] for o in report["outcomes"] if o["action"] == "adopted"],
                "removed": [o["type"] for o in report["outcomes"] if o["action"] == "removed"],
                "unlocked": len(report["unlocked"]),
                "mended": report["mended"],
                "providers_ended": report["orphans"],
                "seconds": round(took, 1),
                "left": left,
            }
        )
        assert not stack.pending()
        assert left == {}, f"kill {turn} after {after:.1f} s"
        turn += 1
    stack.up()
    converged(stack, lab)
