"""Interrupted and killed engines: nothing is left running, nobody sees a traceback."""

import os
import signal
import subprocess
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.engines.processes import VARIABLE, left_after, marked
from tests.support.engine_env import LIMIT, Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]

WAITING = """
import time
print("the program runs")
time.sleep(120)
"""
CREATING = """
import time
from pulumi import dynamic

class Slow(dynamic.ResourceProvider):
    def create(self, props):
        print("the provider runs", flush=True)
        time.sleep(120)

class Thing(dynamic.Resource):
    pass

Thing(Slow(), "slow", {})
"""
PACK = """
from pulumi_policy import EnforcementLevel, PolicyPack, ResourceValidationPolicy
PolicyPack("pack", [ResourceValidationPolicy("none", "a rule", lambda args, report: None)])
"""

cases = pytest.mark.parametrize(
    ("program", "words"),
    [(WAITING, "the program runs"), (CREATING, "slow creating")],
    ids=["program", "provider"],
)


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """Read until a line holds the words; they come while the program is still running."""
    said = ""
    assert process.stdout is not None
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(said)


@pytest.fixture
def mark(request: pytest.FixtureRequest) -> str:
    return f"{os.getpid()}-{request.node.name}"


def marked_stack(stack: Stack, mark: str) -> Stack:
    return replace(stack, env={**stack.environment, VARIABLE: mark})


@cases
def test_interrupt_is_quiet_and_leaves_no_process(
    new_stack: New, mark: str, program: str, words: str
) -> None:
    running = marked_stack(new_stack(program), mark).start("up", "--yes", "--skip-preview")
    said = wait_for(running, words)
    for _ in range(2):  # the second one means at once
        running.send_signal(signal.SIGINT)
        try:
            rest, _ = running.communicate(timeout=3)
            break
        except subprocess.TimeoutExpired:
            rest = ""
    else:
        rest, _ = running.communicate(timeout=LIMIT)
    assert running.returncode != 0
    for noise in ("Traceback", "KeyboardInterrupt", "panic", "RpcError"):
        assert noise not in said + rest
    assert left_after(mark, 6) == {}


@cases
def test_killed_engine_leaves_no_process(new_stack: New, mark: str, program: str, words: str) -> None:
    stack = marked_stack(new_stack(program), mark)
    pack = stack.folder.parent / "pack"
    pack.mkdir()
    (pack / "PulumiPolicy.yaml").write_text("runtime: python\n")
    (pack / "__main__.py").write_text(PACK)
    running = stack.start("up", "--yes", "--skip-preview", "--policy-pack", str(pack))
    wait_for(running, words)
    before = " ".join(marked(mark).values())
    assert "pulumi-language-python" in before
    assert "medcloud_plugin.py" in before
    assert program is WAITING or "medcloud_dynamic.py" in before
    running.kill()
    assert left_after(mark, 6) == {}
    running.communicate(timeout=LIMIT)


def test_closed_pipe_leaves_no_process(new_stack: New, mark: str) -> None:
    stack = marked_stack(
        new_stack("import time\nfor n in range(40):\n    print(n)\n    time.sleep(0.1)\n"), mark
    )
    command = "pulumi preview --stack test --non-interactive | head -1"
    subprocess.run(["sh", "-c", command], cwd=stack.folder, env=stack.environment, check=False, timeout=LIMIT)
    assert left_after(mark, 10) == {}
