"""Two people who each change a region on a branch, and merge with the real git."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.plan import Lock, LockRefused
from medcloud.plan.lock import number_sections, parse
from medcloud.plan.lock.entries import scope_of
from medcloud.region_files import inspect, lock_path, open_plan, resolve
from tests.region_files.desk import add_workload, git, region_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample with its lock, committed on main."""
    found = region_file(tmp_path)
    open_plan(found, write=True)
    git(tmp_path, "init", "-q", "-b", "main")
    _commit(found)
    return found


def _commit(file: Path, message: str = "x") -> None:
    git(file.parent, "add", "-A")
    git(file.parent, "commit", "-qm", message)


def _branch(file: Path, name: str, workload: str, before: str, instances: int = 2) -> Lock:
    """A branch off main that adds a workload."""
    git(file.parent, "checkout", "-q", "-b", name, "main")
    add_workload(file, workload, before=before, instances=instances)
    open_plan(file, write=True)
    _commit(file, name)  # else two equal branches would be one commit
    return _lock(file)


def _lock(file: Path) -> Lock:
    lock = lock_path(file)
    return parse(lock.read_text(encoding="utf-8"), str(lock))


def _merge(file: Path, *options: str) -> bool:
    return git(file.parent, "merge", "-q", *options, "one", check=False).returncode == 0


def _numbers_are_unique(lock: Lock) -> bool:
    places = [
        (section, scope_of(section, key), number)
        for section in number_sections()
        for key, number in lock.section(section).items()
    ]
    return len(places) == len(set(places))


# far apart in both files: git would merge the entries by itself and give numbers twice
@pytest.mark.parametrize(("one", "two"), [("aaa", "zzz"), ("zzz", "aaa"), ("mmm", "mmn")])
def test_different_workloads_conflict_and_are_mended(file: Path, one: str, two: str) -> None:
    base = _lock(file)
    theirs = _branch(file, "one", one, before="his")
    ours = _branch(file, "two", two, before="gateway", instances=1)
    assert not _merge(file), "a clean merge would have two owners of one number"
    with pytest.raises(LockRefused) as refused:
        open_plan(file, write=False)
    assert refused.value.findings[0].place.line > 0
    assert "medcloud lock resolve" in refused.value.findings[0].remedy.en

    result = CliRunner().invoke(main, ["lock", "resolve", str(file)])

    assert result.exit_code == 0, result.output
    assert f"instances/c1/group/business/{one}/0" in result.output
    lock = _lock(file)
    assert _numbers_are_unique(lock)
    for section in number_sections():
        kept = {**base.section(section), **ours.section(section)}
        assert {key: lock.section(section)[key] for key in kept} == kept, "this branch keeps all numbers"
        for key in theirs.section(section):
            assert key in lock.section(section)
    assert not inspect(file, write=False).changed, "nothing is left to write"


def test_the_same_workload_on_both_branches_is_no_conflict(file: Path) -> None:
    one = _branch(file, "one", "oa", before="his")
    two = _branch(file, "two", "oa", before="his")
    assert one == two
    assert _merge(file)
    assert _lock(file) == two


def test_the_same_workload_beside_another_conflicts(file: Path) -> None:
    _branch(file, "one", "oa", before="his")
    _branch(file, "two", "oa", before="his")
    add_workload(file, "zzz", before="gateway")
    open_plan(file, write=True)
    _commit(file)
    ours = _lock(file)
    assert not _merge(file)
    resolve(file)
    assert _lock(file) == ours


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_merge_forced_by_an_option_is_seen(file: Path, side: str) -> None:
    """``git merge -X ours`` leaves no markers, but entries of both sides."""
    _branch(file, "one", "aaa", before="his")
    _branch(file, "two", "zzz", before="gateway")
    assert _merge(file, "-X", side, "-m", "x")
    with pytest.raises(LockRefused):
        open_plan(file, write=False)


def test_both_branches_add_a_centre(file: Path) -> None:
    for branch, centre, before in (("one", "aa", "c1"), ("two", "zz", "p1")):
        git(file.parent, "checkout", "-q", "-b", branch, "main")
        text = file.read_text(encoding="utf-8")
        line = f"{{role: edge, site: dagang, cloud: edge, region: metro, zone: {centre}}}"
        changed = text.replace(f"\n  {before}: {{role", f"\n  {centre}: {line}\n  {before}: {{role")
        assert changed != text
        file.write_text(
            changed.replace("edge: {centres: [e1]", f"edge: {{centres: [e1, {centre}]"), encoding="utf-8"
        )
        open_plan(file, write=True)
        _commit(file)
    ours = _lock(file)
    assert not _merge(file)
    text = file.read_text(encoding="utf-8")  # the pool's line is a conflict of its own; a person mends it
    start, end = text.index("<<<<<<<"), text.index("\n", text.index(">>>>>>>")) + 1
    pool = next(line for line in text[start:end].splitlines() if "edge: {centres" in line)
    assert resolve(file).planned is False, "the region file is not whole yet"
    mended = pool.replace("[e1, zz]", "[e1, zz, aa]").replace("[e1, aa]", "[e1, zz, aa]")
    file.write_text(text[:start] + mended + "\n" + text[end:], encoding="utf-8")
    open_plan(file, write=True)
    lock = _lock(file)
    assert lock.section("centres")["zz"] == ours.section("centres")["zz"] == 5
    assert lock.section("centres")["aa"] == 6
    assert lock.texts("prefixes")["aa/4"] != lock.texts("prefixes")["zz/4"]
    assert _numbers_are_unique(lock)


def test_one_branch_removes_what_the_other_keeps(file: Path) -> None:
    git(file.parent, "checkout", "-q", "-b", "one", "main")
    text = file.read_text(encoding="utf-8")
    file.write_text("".join(x for x in text.splitlines(True) if "  gateway:" not in x), encoding="utf-8")
    open_plan(file, write=True)
    _commit(file)
    ours = _branch(file, "two", "zzz", before="his")
    assert not _merge(file)
    resolve(file)
    lock = _lock(file)
    assert not [key for key in lock.section("instances") if "gateway" in key]
    assert all(
        lock.section("instances")[key] == n
        for key, n in ours.section("instances").items()
        if "gateway" not in key
    )


def test_without_git_the_markers_are_enough_when_they_hold_all(file: Path) -> None:
    _branch(file, "one", "mmm", before="his")
    _branch(file, "two", "mmn", before="gateway")
    assert not _merge(file)
    theirs, ours = (git(file.parent, "show", f"{b}:region.lock.yaml").stdout for b in ("one", "two"))
    lock = lock_path(file)
    lock.write_text(
        f"<<<<<<< two\n{ours}||||||| base\n{theirs}=======\n{theirs}>>>>>>> one\n", encoding="utf-8"
    )
    git(file.parent, "add", "region.lock.yaml")  # git forgets the merge
    file.write_text(git(file.parent, "show", "two:region.yaml").stdout, encoding="utf-8")
    assert resolve(lock).renumbered
    assert _numbers_are_unique(_lock(file))


def test_a_lost_merge_is_refused_with_a_way_out(file: Path) -> None:
    _branch(file, "one", "aaa", before="his")
    _branch(file, "two", "zzz", before="gateway")
    assert not _merge(file)
    git(file.parent, "add", "region.lock.yaml")
    with pytest.raises(LockRefused, match="git checkout --ours"):
        resolve(file)


def test_an_edit_by_hand_is_accepted_when_asked_for(file: Path) -> None:
    lock = lock_path(file)
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("5010", "5900"), encoding="utf-8")
    with pytest.raises(LockRefused, match="digest"):
        open_plan(file, write=False)
    resolve(file)
    assert _lock(file).section("vnis")["e1/group/business"] == 5900
    lock.write_text(text.replace("5010", "5000"), encoding="utf-8")
    with pytest.raises(LockRefused, match="held by"):
        resolve(file)


@pytest.mark.parametrize("spoilt", ["cut", "twice", "nonsense", "not text"])
def test_resolve_never_answers_with_itself(file: Path, spoilt: str) -> None:
    lock = lock_path(file)
    text = lock.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("  c1: "))
    bad = {
        "cut": text[: len(text) // 2],
        "twice": text.replace(first, f"{first}\n{first}"),
        "nonsense": text.replace(first, "  c1: one"),
    }
    lock.write_bytes(bad[spoilt].encode() if spoilt in bad else b"\x80" + text.encode())
    for command in (lambda: open_plan(file, write=False), lambda: resolve(file)):
        with pytest.raises(LockRefused) as refused:
            command()
    (finding,) = refused.value.findings
    assert "lock resolve" not in finding.remedy.en
    assert f"git checkout HEAD -- {lock}" in finding.remedy.en
