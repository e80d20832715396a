"""Each environment of a region file has a lock file of its own."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.diff import compare
from medcloud.model import RegionRefused
from medcloud.region_files import checked, inspect, lock_path, on_disk, resolve


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(copy("examples/environments/region.yaml", tmp_path / "region.yaml"))


def test_locks_lie_side_by_side_and_do_not_touch(file: Path) -> None:
    production = inspect(file, write=True)
    text = lock_path(file).read_text(encoding="utf-8")
    test = inspect(file, write=True, environment="test")
    assert test.lock_file.name == "region.test.lock.yaml"
    assert lock_path(file).read_text(encoding="utf-8") == text
    assert "id: xinhe-test" in test.lock_file.read_text(encoding="utf-8")
    names = [{p.name for w in o.plan.workloads for p in w.placements} for o in (production, test)]
    assert not names[0] & names[1]
    vnis = [{d.vni for c in o.plan.centres for d in c.domains} for o in (production, test)]
    assert not vnis[0] & vnis[1]
    assert not inspect(file, write=False, environment="test").changed
    assert resolve(file, "test").lock_file == test.lock_file


def test_the_lock_of_production_is_not_taken_for_that_of_a_test(file: Path) -> None:
    inspect(file, write=True)
    copy(lock_path(file), lock_path(file, "test"))
    with pytest.raises(RegionRefused, match="lock file beside it is that of region xinhe"):
        checked(file, "test")


def test_commands_take_an_environment(file: Path) -> None:
    def run(*words: str) -> str:
        done = CliRunner().invoke(main, ["--lang", "en", *words])
        assert done.exit_code == 0, done.output
        return done.stdout

    assert "xinhe-test" in run("check", str(file), "--environment", "test")
    run("plan", str(file), "--environment", "test", "--write")
    plan = json.loads(run("plan", str(file), "--environment", "test", "--json"))
    assert (plan["id"], [c["id"] for c in plan["centres"]]) == ("xinhe-test", ["c2"])
    other = file.with_name("other.yaml")
    text = file.read_text(encoding="utf-8")
    changed = text.replace("his: {size: {vcpus: 2,", "his: {size: {vcpus: 4,")
    assert changed != text
    other.write_text(changed, encoding="utf-8")
    assert "his" in run("diff", str(file), str(other), "--environment", "test")
    assert compare(on_disk(file).plan, on_disk(other).plan) == ()
