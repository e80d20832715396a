"""What runs inside the program's Python, tested as plain functions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.engines.launchers import medcloud_errors as errors
from tools.engines.launchers.medcloud_imports import Imports

Write = Callable[..., Path]


class RpcError(Exception):
    """Shaped like grpc.RpcError."""

    def __init__(self, code: str, details: str = "") -> None:
        super().__init__(details)
        self._code, self._details = type("Code", (), {"name": code}), details

    def code(self) -> type:
        return self._code

    def details(self) -> str:
        return self._details


@pytest.mark.parametrize(
    ("error", "gone"),
    [
        (RpcError("UNAVAILABLE"), True),
        (RpcError("CANCELLED"), True),
        (RpcError("UNKNOWN", "resource monitor shut down while waiting"), True),
        (RpcError("UNKNOWN", "no such image"), False),
        (ValueError("x"), False),
    ],
)
def test_engine_gone_is_told_from_other_errors(error: Exception, gone: bool) -> None:
    assert errors.engine_gone(error) is gone
    try:
        try:
            raise error
        except Exception as inner:
            raise RuntimeError("wrapped") from inner
    except RuntimeError as outer:
        assert errors.engine_gone(outer) is gone


def test_circular_causes_end() -> None:
    one, two = ValueError("1"), ValueError("2")
    one.__context__, two.__context__ = two, one
    assert len(list(errors.chain(one))) == 2


def test_missing_module_is_one_line() -> None:
    try:
        import no_such_module_z  # type: ignore[import-not-found]  # noqa: F401, PLC0415  # it must fail
    except ModuleNotFoundError as error:
        text = errors.explain(error, "/project")
    assert "\n" not in text
    assert "no_such_module_z" in text
    assert "test_launchers.py:" in text
    assert "run in /project: pulumi install" in text


def test_a_lookup_without_answer_is_told_without_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "foreign", lambda _: True)
    text = "invoke of openstack:images/getImage:getImage failed: no results"
    try:
        raise Exception(text)  # the SDK raises no other
    except Exception as error:
        assert errors.explain(error, "/project").endswith(f"failed: {text}")
        monkeypatch.setattr(errors, "foreign", lambda _: False)
        assert "Traceback" in errors.explain(error, "/project")


@pytest.mark.parametrize(
    ("path", "foreign"),
    [
        ("/v/lib/python3.11/site-packages/pulumi/runtime/stack.py", True),
        ("/v/lib/python3.11/site-packages/pulumi_policy/policy.py", True),
        ("/v/lib/python3.11/site-packages/yaml/reader.py", False),
        ("/home/u/pulumi/__main__.py", False),
        ("/home/u/asyncio/__main__.py", False),
        ("<frozen runpy>", True),
    ],
)
def test_frames_of_the_machinery_are_foreign(path: str, foreign: bool) -> None:
    assert errors.foreign(path) is foreign


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


def needed(tmp_path: Path, start: Path) -> list[str]:
    imports = Imports(
        [str(tmp_path / "program"), str(tmp_path / "components"), str(tmp_path / "site-packages")]
    )
    imports.follow(start)
    return sorted(path.parent.name for path in imports.declarations)


def test_imports_are_followed_to_the_sdks(write: Write, tmp_path: Path) -> None:
    for name in ("pulumi_a", "pulumi_b", "pulumi_c", "pulumi_d"):
        write(f"site-packages/{name}/pulumi-plugin.json", "{}")
    # a library of components, one of other things, one in another folder of the path
    write("site-packages/lib/__init__.py", "from . import inner\n")
    write("site-packages/lib/inner.py", "import pulumi_b.x.y\n")
    write("site-packages/lib-1.dist-info/METADATA", "Name: lib\nRequires-Dist: pulumi (>=3)\n")
    write("site-packages/other/__init__.py", "import pulumi_d\n")
    write("components/own/__init__.py")
    write("components/own/cloud/__init__.py", "from ..deep import thing\n")
    write("components/own/deep/thing.py", "if True:\n    from pulumi_c import x\n")
    write("components/own/unused.py", "import pulumi_d\n")
    start = write(
        "program/__main__.py", "import json, lib, other, pulumi_a\nfrom own import cloud\nimport missing\n"
    )
    assert needed(tmp_path, start) == ["pulumi_a", "pulumi_b", "pulumi_c"]


def test_program_that_cannot_be_read_needs_nothing(write: Write, tmp_path: Path) -> None:
    assert needed(tmp_path, write("program/__main__.py", "def (:\n")) == []
    assert needed(tmp_path, write("program/a.py", "import a\nfrom . import b\n")) == []
    assert needed(tmp_path, tmp_path / "absent.py") == []
