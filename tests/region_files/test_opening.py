"""Reading and writing the lock file."""

from __future__ import annotations

import multiprocessing
import os
import stat
import time
from pathlib import Path

import pytest

from medcloud.model import RegionUnreadable
from medcloud.plan import LockRefused, PlanRefused
from medcloud.plan.lock import dump, parse
from medcloud.region_files import inspect, lock_path, open_plan
from medcloud.region_files.storing import read_lock, write_lock, writing
from tests.plan import sample
from tests.region_files.desk import add_workload, region_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return region_file(tmp_path)


def test_a_preview_leaves_the_disk_alone(file: Path) -> None:
    file.parent.chmod(0o500)
    try:
        opened = inspect(file, write=False)
    finally:
        file.parent.chmod(0o700)
    assert os.listdir(file.parent) == ["region.yaml"]  # noqa: PTH208 -- names are wanted
    assert opened.changed
    assert not opened.written
    assert opened.plan == open_plan(file, write=True), "the same numbers that writing gives"


def test_writing_keeps_the_numbers(file: Path) -> None:
    first = inspect(file, write=True)
    text = lock_path(file).read_text(encoding="utf-8")
    assert first.written
    assert "instances/c1/group/core/his/0" in first.added
    again = inspect(file, write=True)
    assert (again.written, again.changed) == (False, False)
    assert lock_path(file).read_text(encoding="utf-8") == text
    assert sorted(p.name for p in file.parent.iterdir()) == ["region.lock.yaml", "region.yaml"]


def test_a_new_workload_moves_nothing(file: Path) -> None:
    before = open_plan(file, write=True)
    add_workload(file, "oa", before="his")
    after = open_plan(file, write=True)
    old = {w.id: w.placements for w in before.workloads}
    for workload in after.workloads:
        for placement, was in zip(workload.placements, old.get(workload.id, ()), strict=False):
            assert placement.instances == was.instances
            assert placement.balancer == was.balancer


def test_the_file_keeps_its_mode(file: Path) -> None:
    open_plan(file, write=True)
    lock = lock_path(file)
    assert stat.S_IMODE(lock.stat().st_mode) == 0o644
    lock.chmod(0o640)
    add_workload(file, "oa", before="his")
    open_plan(file, write=True)
    assert stat.S_IMODE(lock.stat().st_mode) == 0o640


def test_a_change_meanwhile_is_not_overwritten(file: Path) -> None:
    open_plan(file, write=True)
    path = lock_path(file)
    lock, seen = read_lock(path)
    assert lock is not None
    path.write_text("someone else", encoding="utf-8")
    with writing(path), pytest.raises(LockRefused, match="meanwhile"):
        write_lock(path, lock, seen)
    assert path.read_text(encoding="utf-8") == "someone else"
    assert sorted(p.name for p in file.parent.iterdir()) == ["region.lock.yaml", "region.yaml"]


def test_a_write_that_fails_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_plan(file, write=True)
    text = lock_path(file).read_text(encoding="utf-8")
    add_workload(file, "oa", before="his")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        open_plan(file, write=True)
    assert lock_path(file).read_text(encoding="utf-8") == text
    assert sorted(p.name for p in file.parent.iterdir()) == ["region.lock.yaml", "region.yaml"]


def test_a_plan_that_is_refused_writes_nothing(file: Path) -> None:
    open_plan(file, write=True)
    lock = lock_path(file).read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("10.64.0.0/12", "10.80.0.0/12"), encoding="utf-8")
    with pytest.raises(PlanRefused, match="never move"):
        open_plan(file, write=True)
    assert lock_path(file).read_text(encoding="utf-8") == lock


def test_a_region_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegionUnreadable):
        open_plan(tmp_path / "no.yaml", write=True)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"version: 1\n\x80\n"])
def test_a_lock_that_is_not_text(file: Path, content: bytes) -> None:
    lock_path(file).write_bytes(content)
    with pytest.raises(LockRefused, match="UTF-8"):
        open_plan(file, write=True)
    assert lock_path(file).read_bytes() == content


def test_a_linked_lock_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    real.write_text(dump(sample.lock()), encoding="utf-8")
    lock_path(file).symlink_to(real)
    add_workload(file, "oa", before="his")
    open_plan(file, write=True)
    assert lock_path(file).is_symlink()
    assert "oa" in real.read_text(encoding="utf-8")


OA = (
    "{kind: oa, level: 2, pool: general, size: {instances: 1, vcpus: 1, memory_gib: 2, data_gib: 5}, port: 1}"
)


def _many(path: str, count: int) -> None:
    for _ in range(count):
        open_plan(path, write=True)


def test_writers_at_once_lose_nothing(file: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_many, args=(str(file), 4)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for n in range(4):  # a person keeps adding workloads meanwhile
        text = file.read_text(encoding="utf-8").replace("\n  his: {", f"\n  oa{n}: {OA}\n  his: {{", 1)
        draft = file.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
        time.sleep(0.1)
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    open_plan(file, write=True)
    path = lock_path(file)
    lock = parse(path.read_text(encoding="utf-8"), str(path))
    assert {f"c1/group/business/oa{n}/0" for n in range(4)} <= set(lock.section("instances"))
    assert not lock.retired, "a writer with an old region file freed what a newer one had numbered"
    assert not list(file.parent.glob(".region.lock.yaml.*"))
