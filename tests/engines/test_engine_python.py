"""Which Python runs a program: the runtime options `virtualenv` and `toolchain`, and `pulumi install`."""

import json
import subprocess
from collections.abc import Callable

import pytest

from tests.engines import pythons
from tests.support.engine_env import LIMIT, Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]
WHERE = "import sys, pulumi\npulumi.export('prefix', sys.prefix)\n"


def test_virtualenv_counts_from_the_project(new_stack: New) -> None:
    stack = new_stack(WHERE, virtualenv="own")
    pythons.make(stack.folder / "own")
    stack.up()
    assert stack.outputs() == {"prefix": str(stack.folder / "own")}


def test_virtualenv_that_is_not_there_is_one_line_with_the_remedy(new_stack: New) -> None:
    stack = new_stack(WHERE, virtualenv="own")
    done = stack("preview", check=False)
    assert done.returncode != 0
    line = next(line for line in done.stdout.splitlines() if str(stack.folder / "own") in line)
    assert "pulumi install" in line
    assert "goroutine" not in done.stdout


def test_python_without_the_sdk_is_one_line_with_the_remedy(new_stack: New) -> None:
    stack = new_stack(WHERE, virtualenv="own")
    pythons.make(stack.folder / "own", sdk=False)
    done = stack("preview", check=False)
    assert done.returncode != 0
    assert f"has no pulumi; run in {stack.folder}: pulumi install" in done.stdout
    assert "Traceback" not in done.stdout


def test_toolchain_uv_takes_the_projects_own_environment(new_stack: New) -> None:
    stack = new_stack(WHERE, toolchain="uv")
    (stack.folder / "pyproject.toml").write_text(
        "[project]\nname = 'p'\nversion = '1'\nrequires-python = '>=3.10'\n"
    )
    pythons.make(stack.folder / ".venv")
    stack.up()
    assert stack.outputs() == {"prefix": str(stack.folder / ".venv")}


def test_unknown_toolchain_and_missing_tool_are_named(new_stack: New) -> None:
    done = new_stack(WHERE, "a", toolchain="conda")("preview", check=False)
    assert done.returncode != 0
    assert "use pip, poetry or uv" in done.stdout
    done = new_stack(WHERE, "b", toolchain="poetry")("preview", check=False)
    assert done.returncode != 0
    assert "poetry" in done.stdout
    assert "goroutine" not in done.stdout


def test_dynamic_provider_runs_in_the_virtualenv(new_stack: New) -> None:
    program = (
        "import sys\nfrom pulumi import dynamic, export, Output\n"
        "class P(dynamic.ResourceProvider):\n"
        "    def create(self, props):\n"
        "        return dynamic.CreateResult('i', {'prefix': sys.prefix})\n"
        "class R(dynamic.Resource):\n"
        "    prefix: Output[str]\n"
        "r = R(P(), 'r', {'prefix': None})\nexport('prefix', r.prefix)\n"
    )
    stack = new_stack(program, virtualenv="own")
    pythons.make(stack.folder / "own")
    stack.up()
    assert stack.outputs() == {"prefix": str(stack.folder / "own")}


def install(stack: Stack) -> subprocess.CompletedProcess[str]:
    """`pulumi install`, which is for no stack."""
    return subprocess.run(
        ["pulumi", "-C", str(stack.folder), "install", "--non-interactive"],
        env=stack.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT,
        check=False,
    )


def test_install_brings_what_the_program_lists(new_stack: New) -> None:
    stack = new_stack("import tiny_thing\n" + WHERE, virtualenv="own")
    pythons.make(stack.folder / "own", pip=True)
    wheel = pythons.wheel(stack.folder, "tiny_thing")
    (stack.folder / "requirements.txt").write_text(f"./{wheel.name}\n")
    assert "tiny_thing" in stack("preview", check=False).stdout
    said = install(stack).stdout
    assert "Successfully installed tiny_thing-1.0" in said.replace("tiny-thing", "tiny_thing")
    assert "2 to create" not in stack("preview").stdout
    dependencies = json.loads(stack("about", "--json").stdout)["dependencies"]
    assert {"name": "tiny-thing", "version": "1.0"} in dependencies


def test_install_that_fails_shows_pips_own_words(new_stack: New) -> None:
    stack = new_stack(WHERE, virtualenv="own")
    pythons.make(stack.folder / "own", pip=True)
    (stack.folder / "requirements.txt").write_text("./no-such.whl\n")
    done = install(stack)
    assert done.returncode != 0
    assert "no-such.whl" in done.stdout
    assert "pip install" in done.stdout
