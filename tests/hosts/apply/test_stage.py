"""The step of a change that comes first, run by this machine's shell on files of its own."""

from __future__ import annotations

import io
import subprocess
import tarfile
from base64 import b64decode
from pathlib import Path

import pytest

from medcloud.hosts.apply.bundle import bundle
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.state import Asked, HostFile, HostState, Section


@pytest.fixture
def conf(tmp_path: Path) -> Path:
    path = tmp_path / "etc/a.conf"
    path.parent.mkdir()
    path.write_text("as it was\n")
    return path


def stage(conf: Path, seen: bytes | None) -> subprocess.CompletedProcess[str]:
    """Stage a plan that saw the file so."""
    probes = {name: Section(()) for name in ("there", "fixed", "mounts")}
    files = {} if seen is None else {str(conf): HostFile(seen)}
    overlay = Overlay(HostState(probes, files, Asked(reads=(str(conf),))))
    overlay.write(str(conf), b"as wanted\n")
    run = conf.parents[1] / "run"
    run.mkdir()
    with tarfile.open(fileobj=io.BytesIO(b64decode(bundle(overlay)))) as tar:
        tar.extractall(run, filter="data")
    return subprocess.run(["sh", "txn.sh", "stage"], cwd=run, capture_output=True, text=True, check=False)


def test_what_was_seen_is_staged(conf: Path) -> None:
    done = stage(conf, b"as it was\n")
    assert done.returncode == 0, done.stderr
    assert [path.read_text() for path in conf.parent.glob(".medcloud.*")] == ["as wanted\n"]


@pytest.mark.parametrize("seen", [b"as it was before\n", None])
def test_what_someone_changed_meanwhile_is_not_written_over(conf: Path, seen: bytes | None) -> None:
    done = stage(conf, seen)
    assert done.returncode == 1
    assert f"{conf}: 查看之后被他人改动" in done.stderr
    assert list(conf.parent.iterdir()) == [conf]


def test_a_run_that_another_one_undid_says_so(conf: Path) -> None:
    assert stage(conf, b"as it was\n").returncode == 0
    run = conf.parents[1] / "run"
    (run / "phase").write_text("rolledback\n")
    done = subprocess.run(["sh", "txn.sh", "check"], cwd=run, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is someone else at work?" in done.stderr
