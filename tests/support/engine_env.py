"""The real engine for tests marked `engine`: the fixtures `engine` and `new_stack`.

Each test has its own local backend, so tests do not see each other's stacks.
"""

import functools
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from medcloud.engine import stack

CHECKOUT = Path(__file__).resolve().parents[2]
LIMIT = 300  # seconds for one command of the engine


def engine_env(state: Path) -> dict[str, str]:
    """This process's environment in which plain `pulumi` works, with its state in the folder `state`."""
    state.mkdir(parents=True, exist_ok=True)
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("PULUMI_", "OS_"))},
        "PULUMI_BACKEND_URL": state.as_uri(),
        "PULUMI_CONFIG_PASSPHRASE": "test",
        "NO_COLOR": "1",
    }
    for line in _lines().splitlines():
        name, _, value = line.removeprefix("export ").partition("=")
        env[name] = "".join(shlex.split(value)).replace("$PATH", os.environ["PATH"])
    return env


@functools.cache
def _lines() -> str:
    """What a shell is told of the engine."""
    command = [sys.executable, "-m", "tools.engines", "env"]
    return subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Stack(stack.Stack):
    """A stack for a test; a command that fails is an AssertionError with what it printed."""

    name: str = "test"
    env: dict[str, str] = field(default_factory=dict)
    limit: float | None = LIMIT

    def __call__(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run `pulumi WORDS`, what it says as an error behind the rest of its output."""
        done = self.run(*words)
        said = done.stdout + done.stderr
        assert not check or done.returncode == 0, said
        return subprocess.CompletedProcess(done.args, done.returncode, said)

    def up(self, *words: str) -> str:
        """`pulumi up` without a preview; what it printed."""
        return self("up", "--yes", "--skip-preview", *words).stdout

    def destroy(self) -> str:
        """`pulumi destroy` without a preview; what it printed."""
        return self("destroy", "--yes", "--skip-preview").stdout


@pytest.fixture
def engine(tmp_path: Path) -> dict[str, str]:
    """The environment of `engine_env` with a fresh backend."""
    return engine_env(tmp_path / "state")


@pytest.fixture
def new_stack(engine: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Stack]]:
    """`new_stack(program, name="p", **options)`: a project of one `__main__.py`, its stack made.

    `program` is the text of the file; `options` are runtime options of Pulumi.yaml.
    """

    def make(program: str, name: str = "p", **options: str) -> Stack:
        folder = tmp_path / name
        folder.mkdir()
        runtime = {"name": "python", "options": options}
        (folder / "Pulumi.yaml").write_text(json.dumps({"name": name, "runtime": runtime}))
        (folder / "__main__.py").write_text(program)
        made = Stack(folder, env=engine)
        made("stack", "init")
        return made

    yield make
