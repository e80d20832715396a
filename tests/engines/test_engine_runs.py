"""The real engine with our language host: what a program and its user are promised."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.engine_env import Stack

pytestmark = pytest.mark.engine
New = Callable[..., Stack]
PLANTED = "planted-7Kq2"

DYNAMIC = """
import pulumi
from pulumi import dynamic

class Provider(dynamic.ResourceProvider):
    def create(self, props):
        return dynamic.CreateResult("id-1", {**props, "twice": props["n"] * 2})

class Thing(dynamic.Resource):
    twice: pulumi.Output[int]
    def __init__(self, name, n):
        super().__init__(Provider(), name, {"n": n, "twice": None})

pulumi.export("twice", Thing("t", 21).twice)
"""


def test_up_outputs_destroy(new_stack: New) -> None:
    stack = new_stack("import pulumi\npulumi.export('a', [1, 'x'])\nprint('line one')\nprint('line two')\n")
    assert "+ 1 to create" in stack("preview").stdout
    said = stack.up()
    assert "line one" in said
    assert "line two" in said
    assert stack.outputs() == {"a": [1, "x"]}
    assert "- 1 deleted" in stack.destroy()
    assert stack.resources() == []


def test_secret_config_is_secret_all_the_way(new_stack: New, tmp_path: Path) -> None:
    stack = new_stack(
        "import pulumi\nc = pulumi.Config()\n"
        "pulumi.export('s', c.require_secret('pw').apply(lambda v: 'x' + v))\n"
        "pulumi.export('plain', c.require('plain'))\n"
        "pulumi.export('told', [pulumi.runtime.is_config_secret(k) for k in ('p:pw', 'p:plain')])\n"
    )
    stack("config", "set", "--secret", "pw", PLANTED)
    stack("config", "set", "plain", "seen")
    assert PLANTED not in stack.up()
    assert stack.outputs() == {"s": "x" + PLANTED, "plain": "seen", "told": [True, False]}
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"seen" in path.read_bytes() for path in files)  # the search does find what is in clear
    assert [path for path in files if PLANTED.encode() in path.read_bytes()] == []


def test_exception_shows_the_programs_own_lines_only(new_stack: New) -> None:
    stack = new_stack("def deep():\n    raise ValueError('too deep')\ndeep()\n")
    done = stack("preview", check=False)
    assert done.returncode != 0
    assert "ValueError: too deep" in done.stdout
    assert "__main__.py" in done.stdout
    for foreign in ("medcloud_program", "runpy", "asyncio", "site-packages"):
        assert foreign not in done.stdout


def test_exception_inside_apply_and_run_error(new_stack: New) -> None:
    stack = new_stack("import pulumi\npulumi.Output.from_input(1).apply(lambda v: v / 0)\n", "a")
    done = stack("preview", check=False)
    assert "ZeroDivisionError" in done.stdout
    assert "site-packages" not in done.stdout
    stack = new_stack("import pulumi\nraise pulumi.RunError('say it plainly')\n", "b")
    done = stack("preview", check=False)
    assert "error: say it plainly" in done.stdout
    assert "Traceback" not in done.stdout


def test_missing_module_is_one_line_with_place_and_remedy(new_stack: New) -> None:
    stack = new_stack("import os\nimport no_such_module_x\n")
    done = stack("preview", check=False)
    assert done.returncode != 0
    line = next(line for line in done.stdout.splitlines() if "no_such_module_x" in line)
    assert "__main__.py:2" in line
    assert "pulumi install" in line
    assert "Traceback" not in done.stdout


def test_program_without_main_and_with_exit_code(new_stack: New) -> None:
    stack = new_stack("", "a")
    (stack.folder / "__main__.py").unlink()
    assert "no __main__.py" in stack("preview", check=False).stdout
    stack = new_stack("import sys\nsys.exit(7)\n", "b")
    done = stack("preview", check=False)
    assert done.returncode != 0
    assert "code 7" in done.stdout


def test_dynamic_provider(new_stack: New) -> None:
    stack = new_stack(DYNAMIC)
    stack.up()
    assert stack.outputs() == {"twice": 42}
    assert "- 2 deleted" in stack.destroy()


def test_async_program(new_stack: New) -> None:
    body = "async def main():\n    await asyncio.sleep(0)\n    return {'v': 5}\n"
    stack = new_stack(f"import asyncio, pulumi\n{body}pulumi.run(main)\n")
    stack.up()
    assert stack.outputs() == {"v": 5}


def test_about_names_python_and_the_plugins_of_installed_sdks(new_stack: New) -> None:
    about = new_stack("import pulumi\nimport pulumi_openstack\n")("about").stdout
    assert "written in python" in about
    assert "openstack" in about
    assert "5.5.3" in about


def test_resource_error_has_no_stack_trace(new_stack: New) -> None:
    failing = DYNAMIC.replace("return dynamic", "raise RuntimeError('cloud says no')\n        return dynamic")
    done = new_stack(failing)("up", "--yes", "--skip-preview", check=False)
    assert done.returncode != 0
    assert "cloud says no" in done.stdout
    assert "RpcError" not in done.stdout
    assert "medcloud_program" not in done.stdout
