"""The engines' cache: links, locks among processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.engine_env import CHECKOUT
from tools.engines import cache


def test_link_replaces_in_one_step(tmp_path: Path) -> None:
    one, two, target = tmp_path / "one", tmp_path / "two", tmp_path / "bin/program"
    one.write_text("1")
    two.write_text("2")
    cache.link(one, target)
    inode = target.stat().st_ino
    cache.link(one, target)
    assert target.stat().st_ino == inode
    cache.link(two, target)
    assert target.read_text() == "2"
    assert [path.name for path in target.parent.iterdir()] == ["program"]


HOLD = """
import sys, time
from tools.engines import cache
with cache.lock("x"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_lock_excludes_other_processes_and_dies_with_its_holder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path))
    holder = subprocess.Popen([sys.executable, "-c", HOLD], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    told: list[float] = []

    def waiting() -> None:
        told.append(time.monotonic())
        holder.kill()

    with cache.lock("x", waiting):
        assert len(told) == 1
        assert holder.wait(timeout=5) != 0
    with cache.lock("y", waiting):
        assert len(told) == 1
