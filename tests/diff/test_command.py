"""`medcloud diff` over files and revisions of git, as a person meets it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from medcloud.text import speak
from tests.diff.regions import GATEWAY
from tests.region_files.desk import git, region_file


@pytest.fixture(autouse=True)
def both_afterwards() -> Iterator[None]:
    yield
    speak("both")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two commits: the second takes a workload away; the file is changed once more."""
    file = region_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    run("plan", "region.yaml", "--write")
    commit(tmp_path, "first")
    edit(file, GATEWAY + "\n", "")
    run("plan", "region.yaml", "--write")
    commit(tmp_path, "second")
    edit(file, "password_days: 90", "password_days: 60")
    return file


def commit(folder: Path, what: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", what)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words])


def ids(*words: str) -> list[str]:
    done = run("diff", *words, "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["format"] == "medcloud-diff/1"
    assert found["must_be_confirmed"] == sum(change["must_be_confirmed"] for change in found["changes"])
    return [change["id"] for change in found["changes"]]


PASSWORDS = "protection:identity.password_days"
GONE = ["lost:gateway@e1", "removed:networks.e1/group/business", "removed:workloads.gateway"]


def test_one_file_is_compared_with_the_last_commit(desk: Path) -> None:
    assert ids("region.yaml") == [PASSWORDS]


def test_revisions_of_one_file(desk: Path) -> None:
    assert ids("region.yaml", "--from", "HEAD~1", "--to", "HEAD") == GONE
    assert ids("region.yaml", "--from", "HEAD~1") == [*GONE, PASSWORDS]
    assert ids("HEAD~1:region.yaml", "HEAD:region.yaml") == GONE


def test_two_files(desk: Path) -> None:
    other = desk.with_name("other.yaml")
    other.write_text(desk.read_text("utf-8"), "utf-8")
    desk.with_name("other.lock.yaml").write_text(
        desk.with_name("region.lock.yaml").read_text("utf-8"), "utf-8"
    )
    assert ids("region.yaml", "other.yaml") == []
    edit(other, "owner: panyu-health", "owner: others")
    assert ids("region.yaml", "other.yaml") == ["renamed:region.owner"]


def test_nothing_is_written(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.parent.glob("*.yaml")}
    edit(desk, "vcpus: 2", "vcpus: 3")
    before[desk] = desk.read_bytes()
    run("diff", "region.yaml")
    assert {path: path.read_bytes() for path in desk.parent.glob("*.yaml")} == before


@pytest.mark.parametrize(
    ("language", "says"), [("en", "data of gateway in e1 are destroyed"), ("zh", "数据将被销毁")]
)
def test_text_and_markdown_say_what_is_lost_first(desk: Path, language: str, says: str) -> None:
    for form in ((), ("--markdown",)):
        done = run("diff", "region.yaml", "--from", "HEAD~1", "--lang", language, *form)
        assert done.exit_code == 0
        first = done.stdout.index("lost:gateway@e1")
        assert says in done.stdout[:first]
        assert first < done.stdout.index("90")


def test_a_name_from_a_region_file_is_no_markup(desk: Path) -> None:
    edit(desk, "name: 区卫健局", 'name: "<b>@all|x"')
    done = run("diff", "region.yaml", "--markdown")
    assert "<b>" not in done.stdout and "@all" not in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("none.yaml",), 2, "the revision has no such file"),
        (("region.yaml", "none.yaml"), 2, "cannot be read"),
        (("region.yaml", "--from", "nope"), 2, "git knows no revision nope"),
        (("region.yaml", "--from", "--help"), 2, "git knows no revision --help"),
        (("nope:region.yaml", "region.yaml"), 2, "git knows no revision nope"),
        (("HEAD:none.yaml", "region.yaml"), 2, "the revision has no such file"),
        (("/", "region.yaml"), 2, "is not a regular file"),
        (("region.yaml", "bad.yaml"), 1, "workloads.his.level"),
        (("region.yaml", "region.yaml", "--from", "HEAD"), 2, "leave out NEW"),
        ((), 2, "OLD"),
    ],
)
def test_what_cannot_be_compared_is_said_with_place_and_remedy(
    desk: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    text = desk.read_text("utf-8").replace("kind: his, level: 4", "kind: his, level: 9")
    desk.with_name("bad.yaml").write_text(text, "utf-8")
    done = run("diff", *words, "--lang", "en")
    assert (done.exit_code, says in done.output) == (code, True), done.output
    assert "Traceback" not in done.output and "internal error" not in done.output


def test_outside_of_git_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    file = region_file(tmp_path)
    done = run("diff", str(file), "--lang", "en")
    assert (done.exit_code, "is in no git repository" in done.output) == (2, True)


def test_a_bad_file_of_an_old_revision_names_the_revision(desk: Path) -> None:
    edit(desk, "kind: his, level: 4", "kind: his, level: 9")
    commit(desk.parent, "bad")
    done = run("diff", "region.yaml", "--lang", "en")
    assert done.exit_code == 1
    assert "region.yaml@HEAD:" in done.output
