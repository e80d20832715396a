"""An official engine that is installed comes first; without one everything is ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.engine_env import CHECKOUT
from tools.engines import build, cache, home, official, table
from tools.engines.errors import EngineError

ROWS = table.load()
ENGINE = home.engine_row(ROWS)
PULUMI = """#!/bin/sh
if [ "$1" = version ]; then echo run >> "$0.calls"; echo "{version}"; exit; fi
[ -n "$FAKE_OFFLINE" ] && exit 1
mkdir -p "$PULUMI_HOME/plugins/$3-$4-v$5" && : > "$PULUMI_HOME/plugins/$3-$4-v$5/pulumi-$3-$4"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on PATH; the cache is the test's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path / "cache"))
    return folder


def put(folder: Path, version: str, *, language: bool = True) -> None:
    programs = {"pulumi": PULUMI.replace("{version}", version)} | (
        {"pulumi-language-python": ""} if language else {}
    )
    for name, text in programs.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("version", "good"),
    [
        ("v3.274.1", True),
        ("v3.300.0", True),
        ("v4.0.0", True),
        ("v3.274.0", False),
        ("v3.99.9", False),
        ("?", False),
    ],
)
def test_pinned_version_or_newer(folder: Path, version: str, good: bool) -> None:
    put(folder, version)
    assert (official.find(ENGINE) is not None) is good


def test_needs_its_language_host_and_is_asked_once(folder: Path) -> None:
    put(folder, "v3.300.0", language=False)
    assert official.find(ENGINE) is None
    put(folder, "v3.300.0")
    for _ in range(3):
        assert official.find(ENGINE) is not None
    assert (folder / "pulumi.calls").read_text() == "run\n"


def test_ours_is_not_taken_for_official(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = cache.engines() / "home/x/bin"
    ours.mkdir(parents=True)
    put(ours, "v3.300.0")
    monkeypatch.setenv("PATH", f"{ours}{os.pathsep}{os.environ['PATH']}")
    assert official.find(ENGINE) is None


def test_official_brings_its_plugin_and_nothing_is_built(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "v3.300.0")
    monkeypatch.setattr(build, "ensure", lambda row: pytest.fail(f"built {row.name}"))
    where = home.install(ROWS, table.choose(ROWS, None, False))
    assert home.missing(ROWS) == []
    assert not (where / "bin").exists()
    assert any("PULUMI_HOME" in line for line in home.exports(ROWS))


def test_plugin_is_built_when_its_download_site_is_out_of_reach(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "v3.300.0")
    monkeypatch.setenv("FAKE_OFFLINE", "1")
    built: list[str] = []

    def ensure(row: table.Row) -> Path:
        built.append(row.name)
        entry = cache.entry(row)
        entry.mkdir(parents=True)
        (entry / row.program).write_text("built")
        return entry

    monkeypatch.setattr(build, "ensure", ensure)
    home.install(ROWS, table.choose(ROWS, None, False))
    assert built == ["openstack"]
    assert home.missing(ROWS) == []


def test_env_before_install_says_what_to_run(folder: Path) -> None:
    with pytest.raises(EngineError, match="make engines"):
        home.exports(ROWS)
    command = [sys.executable, "-m", "tools.engines", "env"]
    env = {**os.environ, "MEDCLOUD_LANG": "zh"}
    done = subprocess.run(command, cwd=CHECKOUT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    command[-1] = "status"
    assert subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=False).returncode == 1
