"""The real engine for tests marked `engine`: import the fixtures `engine` and `new_stack` from here.

Each test has its own local backend, so tests do not see each other's stacks.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LIMIT = 300  # seconds for one command of the engine


def engine_env(state: Path) -> dict[str, str]:
    """This process's environment in which plain `pulumi` works, with its state in the folder `state`."""
    command = [sys.executable, "-m", "tools.engines", "env"]
    lines = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
    state.mkdir(parents=True, exist_ok=True)
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("PULUMI_", "OS_"))},
        "PULUMI_BACKEND_URL": state.as_uri(),
        "PULUMI_CONFIG_PASSPHRASE": "test",
        "NO_COLOR": "1",
    }
    for line in lines.splitlines():
        name, _, value = line.removeprefix("export ").partition("=")
        env[name] = "".join(shlex.split(value)).replace("$PATH", os.environ["PATH"])
    return env


@dataclass(frozen=True)
class Stack:
    """One stack of the program in `folder`; its commands are plain `pulumi`."""

    folder: Path
    env: Mapping[str, str]
    name: str = "test"

    def __call__(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """`run` for the commands that take a stack."""
        return self.run(*words, "--stack", self.name, check=check)

    def run(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run `pulumi WORDS`, stderr merged into stdout.

        AssertionError with what it printed when it failed and `check` is set.
        """
        done = subprocess.run(
            ["pulumi", *words, "--non-interactive"],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout
        return done

    def start(self, *words: str) -> subprocess.Popen[str]:
        """The same in the background, as leader of a process group."""
        return subprocess.Popen(
            ["pulumi", *words, "--stack", self.name, "--non-interactive"],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def up(self, *words: str) -> str:
        """`pulumi up` without a preview; what it printed."""
        return self("up", "--yes", "--skip-preview", *words).stdout

    def destroy(self) -> str:
        """`pulumi destroy` without a preview; what it printed."""
        return self("destroy", "--yes", "--skip-preview").stdout

    def outputs(self) -> dict[str, Any]:
        """The stack's outputs, secrets in clear."""
        found = self("stack", "output", "--json", "--show-secrets").stdout
        return dict(json.loads(found))

    def resources(self) -> list[dict[str, Any]]:
        """Resources of the state."""
        deployment = json.loads(self("stack", "export").stdout)["deployment"]
        return list(deployment.get("resources", []))


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
        stack = Stack(folder, engine)
        stack("stack", "init")
        return stack

    yield make
