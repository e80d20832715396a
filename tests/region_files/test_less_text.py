"""A region in several files, with less text: check, plan, lock, revisions and review read it as one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from medcloud.model import load
from medcloud.review.locations import region_file
from tests.model.less_text import EXAMPLE
from tests.region_files.desk import git

CITY, HOSPITALS = "workloads/city.yaml", "workloads/hospitals.yaml"


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--lang", "en"])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a folder of its own, which one stands in."""
    for file in EXAMPLE.parent.rglob("*.yaml"):
        copy = tmp_path / file.relative_to(EXAMPLE.parent)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _edit(file: str, old: str, new: str) -> None:
    text = Path(file).read_text(encoding="utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def test_expanded_is_a_region_file_that_comes_to_the_same(desk: Path) -> None:
    done = _run("check", "region.yaml", "--expanded")
    assert done.exit_code == 0
    Path("whole.yaml").write_text(done.stdout, encoding="utf-8")
    assert load("whole.yaml") == load("region.yaml")
    assert _run("check", "whole.yaml", "--expanded").stdout == done.stdout
    said = json.loads(_run("check", "region.yaml", "--expanded", "--json").stdout)
    assert said["region"]["workloads"]["h01-his"]["size"]["vcpus"] == 8
    assert "region" not in json.loads(_run("check", "region.yaml", "--json").stdout)


def test_expanded_quotes_what_versions_of_yaml_read_differently(desk: Path) -> None:
    _edit("tenants.yaml", "第一人民医院", "'1e3'")
    _edit("tenants.yaml", "第二人民医院", "'2026-01-28'")
    _edit("tenants.yaml", "第三人民医院", "'a: b # c'")
    Path("whole.yaml").write_text(_run("check", "region.yaml", "--expanded").stdout, encoding="utf-8")
    assert load("whole.yaml").tenants == load("region.yaml").tenants


def test_a_refused_file_is_not_shown_as_good(desk: Path) -> None:
    _edit(HOSPITALS, "kind: his", "kind: hiss")
    done = _run("check", "region.yaml", "--expanded")
    assert done.exit_code == 1
    (line,) = [line for line in done.stdout.splitlines() if "hiss" in line]
    assert line.startswith(f"{HOSPITALS}:9:")
    assert "workloads.h01-his.kind" in line
    assert "and 29 more" in line
    assert "version: 1" not in done.stdout


def test_what_the_plan_refuses_is_said_in_the_file_that_says_it(desk: Path) -> None:
    assert _run("plan", "region.yaml", "--write").exit_code == 0
    _edit("region.yaml", "r1: {role: recovery,", "r1: {role: recovery, ipv4: 10.127.0.0/20,")
    _edit("tenants.yaml", "h02: {", "h02: {project: {existing: p}, ")
    done = _run("check", "region.yaml")
    assert done.exit_code == 1
    assert "region.yaml:18:" in done.stdout  # the prefix that the lock contradicts


def test_the_lock_has_the_ids_that_came_out_and_more_tenants_move_none(desk: Path) -> None:
    assert _run("plan", "region.yaml", "--write").exit_code == 0
    before = Path("region.lock.yaml").read_text(encoding="utf-8")
    assert "h30-pacs" in before
    _edit(
        "tenants.yaml",
        "groups:\n  hospitals: [",
        "  h00: {name: 新医院, lan: {prefixes: [172.31.0.0/20]}}\ngroups:\n  hospitals: [h00, ",
    )
    assert _run("plan", "region.yaml", "--write").exit_code == 0
    after = Path("region.lock.yaml").read_text(encoding="utf-8").splitlines()
    assert any("h00-his" in line for line in after)
    kept = {line for line in before.splitlines() if "h30-" in line}
    assert kept
    assert kept <= {*after}


def test_a_revision_has_its_own_included_files(desk: Path) -> None:
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "first")
    _edit(CITY, "kind: oa, tenant: bureau", "kind: oa, tenant: h01")
    _edit("tenants.yaml", "bureau: {name: 市卫生健康委员会,", "bureau: {name: 市卫健委,")
    Path("workloads/more.yaml").write_text("workloads:\n  desk: {use: office, kind: oa, tenant: bureau}\n")
    done = _run("diff", "region.yaml", "--json")
    assert done.exit_code == 0, done.output
    said = json.dumps(json.loads(done.stdout), ensure_ascii=False)
    assert "desk" in said
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "second")
    for name in (CITY, HOSPITALS, "workloads/more.yaml"):
        Path(name).unlink()
    Path("workloads").rmdir()  # the revision is asked, not the folder
    assert "desk" in _run("diff", "HEAD~1:region.yaml", "HEAD:region.yaml").stdout


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.yaml", "there is no file none.yaml"),
        ("workloads", "workloads is a folder"),
        ("region.yaml", "the file includes itself"),
        ("link.yaml", "there is no file link.yaml"),
        ("none/*.yaml", "no file matches none/*.yaml"),
    ],
)
def test_what_a_revision_cannot_include_is_said(desk: Path, path: str, said: str) -> None:
    Path("link.yaml").symlink_to("tenants.yaml")
    _edit("region.yaml", "include: [", f"include: [{path}, ")
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "first")
    done = _run("diff", "HEAD:region.yaml", "HEAD:region.yaml")
    assert done.exit_code == 1
    assert said in done.output
    assert "region.yaml@HEAD:5:11" in done.output


def test_what_is_wrong_in_a_revision_names_its_file(desk: Path) -> None:
    _edit(CITY, "kind: archive", "kind: archiv")
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "first")
    assert f"{CITY}@HEAD:4:" in _run("diff", "HEAD:region.yaml", "HEAD:region.yaml").output


def test_review_finds_the_line_of_what_was_written_once(desk: Path) -> None:
    places = region_file(desk / "region.yaml", "region.yaml", "Pulumi.yaml")
    labels = {"region": "city", "centre": "c1"}
    for workload, file, line in (("h07-pacs", HOSPITALS, 12), ("archive", CITY, 4)):
        place = places.of({**labels, "workload": workload}, ())
        assert (place.file, place.line, place.column) == (file, line, 3)
    assert str(places.of(labels, ())) == "region.yaml:16:3"
    assert str(places.of({"region": "city", "tenant": "h02"}, ())) == "tenants.yaml:5:3"
    assert str(places.of({}, ("city-c1-h07-pacs-volume-0",))) == f"{HOSPITALS}:12:3"


def test_review_of_a_refused_region_points_into_the_included_file(desk: Path) -> None:
    _edit(HOSPITALS, "kind: his", "kind: hiss")
    done = _run("review", "region.yaml", "--sarif", "out.sarif")
    assert done.exit_code == 2
    (run,) = json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    found = {(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places}
    assert (HOSPITALS, 9) in found
