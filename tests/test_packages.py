"""What is imported is declared, what is declared is imported, and the version is said once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import medcloud

ROOT = Path(__file__).parents[1]
DEPTRY = Path(sys.executable).with_name("deptry")


def _deptry(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DEPTRY, *words, "--no-ansi"], cwd=folder, capture_output=True, text=True, check=False, timeout=240
    )


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((".", "--ignore", "DEP004"), id="everything"),
        pytest.param(("components", "policies"), id="the library, without what only its tests need"),
    ],
)
def test_imports_are_declared_and_declarations_used(words: tuple[str, ...]) -> None:
    done = _deptry(ROOT, *words)
    assert done.returncode == 0, done.stderr + done.stdout


@pytest.mark.parametrize(
    ("program", "declared", "said"),
    [
        ("import yaml\n", '"click"', "DEP003 'yaml'"),
        ("import click\n", '"click", "wcwidth"', "DEP002 'wcwidth'"),
        ("import no_such_module\n", "", "DEP001 'no_such_module'"),
        ("import click\n", '"click"', ""),
    ],
)
def test_what_is_missing_or_left_over_is_said(program: str, declared: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        f'[project]\nname = "x"\nversion = "1"\ndependencies = [{declared}]\n', encoding="utf-8"
    )
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    done = _deptry(tmp_path, ".")
    assert said in done.stderr + done.stdout
    assert (done.returncode == 0) == (not said)


def test_one_version() -> None:
    """pyproject.toml says it; the pack, which is read from its folder alone, repeats it."""
    said = re.findall(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert said == [medcloud.__version__]
    pack = yaml.safe_load((ROOT / "policies" / "PulumiPolicy.yaml").read_text("utf-8"))
    assert str(pack["version"]) == medcloud.__version__
    assert f"## {medcloud.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
