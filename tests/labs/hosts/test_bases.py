"""What is built is whole or absent, and one builds at a time."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from labs.base.cache import CHECKOUT
from labs.hosts import bases, recipe

CUT_OFF = """
import os, sys
from labs.hosts import bases
def make(scratch):
    (scratch / "half").write_text("x")
    os.kill(os.getpid(), 9)
bases.whole("thing", "1", make)
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path))
    return tmp_path / "hostlab"


def maker(log: list[str]) -> Callable[[Path], None]:
    def make(scratch: Path) -> None:
        log.append("made")
        time.sleep(0.1)
        (scratch / "file").write_text("whole")

    return make


def test_a_build_that_was_cut_off_is_done_anew(cache: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CUT_OFF], cwd=CHECKOUT, check=False)
    assert done.returncode == -9
    assert not (cache / "thing-1").exists()
    made = bases.whole("thing", "1", maker([]))
    assert [path.name for path in made.iterdir()] == ["file"]
    assert sorted(path.name for path in cache.iterdir()) == ["thing-1", "thing-1.lock"]


def test_modes_are_not_the_callers(cache: Path) -> None:
    before = os.umask(0o077)
    try:
        made = bases.whole("thing", "1", lambda scratch: (scratch / "folder").mkdir())
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (made, made / "folder")] == [0o755, 0o755]


@pytest.mark.usefixtures("cache")
def test_two_at_once_build_once() -> None:
    log: list[str] = []
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: bases.whole("thing", "1", maker(log)), range(4)))
    assert log == ["made"]
    assert len(set(found)) == 1


def test_key_follows_what_makes_the_thing(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1")
    before = recipe.key("x", files=[file])
    assert recipe.key("x", files=[file]) == before
    assert recipe.key("y", files=[file]) != before
    file.write_text("2")
    assert recipe.key("x", files=[file]) != before
