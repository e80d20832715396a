"""``medcloud plan``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from medcloud.region_files import lock_path
from medcloud.text.table import width
from tests.region_files.desk import add_workload, region_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return region_file(tmp_path)


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_plan_prints_and_does_not_write(file: Path) -> None:
    result = run("plan", file)
    assert result.exit_code == 0
    assert "番禺区域医疗云（panyu）" in result.stdout
    assert "10.64.0.2:8443" in result.stdout
    assert "--write" in result.stderr
    assert not lock_path(file).exists()


def test_plan_writes_when_asked_and_is_quiet_then(file: Path) -> None:
    assert "written (+71 -0)" in run("plan", file, "--write").stderr
    assert run("plan", file).stderr == ""
    add_workload(file, "oa", before="his")
    assert "+ instances/c1/group/business/oa/0" in run("plan", file).stderr


def test_plan_as_json_is_json_alone(file: Path) -> None:
    found = json.loads(run("plan", file, "--json").stdout)
    assert found["centres"][0]["location"]["cloud"] == "private"
    assert found["workloads"][0]["placements"][0]["instances"][0]["v6"] == "fd14:2025::30"


def test_columns_line_up_with_chinese_in_them(file: Path) -> None:
    lines = run("plan", file).stdout.splitlines()
    start = lines.index("中心 / Centres") + 2
    places = {width(line[: line.index("10.6")]) for line in lines[start : start + 5]}
    assert len(places) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("last: 5999", "last: 5001", "6.1.3-d"), ("version: 1", "version: 1\nx: 1", "x")],
)
def test_what_is_refused_is_said_in_one_message(file: Path, old: str, new: str, said: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    result = run("plan", file)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_lock_in_conflict_names_line_and_remedy(file: Path) -> None:
    run("plan", file, "--write")
    lock = lock_path(file)
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("plan", file)
    assert result.exit_code == 1
    assert "region.lock.yaml:1" in result.stderr
    assert "medcloud lock resolve" in result.stderr
