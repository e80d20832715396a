"""A concern brings its section of the lock in one file; locks written before it stay good."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import medcloud.plan
from medcloud.model import Region
from medcloud.plan import Lock, LockRefused, PlanRefused, allocate, derive
from medcloud.plan.lock import dump, number_sections, parse, reconcile
from medcloud.plan.lock.concerns import concerns, sections
from tests.plan import sample

FIRST = Path(__file__).parent / "data" / "region.lock.v1.yaml"
"""The sample's lock as it was committed when a lock had six sections. It is never written anew."""

NUMBERS = '''
"""A line to each public workload, from 1 to 3."""

from medcloud.plan.lock.section import Concern, Section
from medcloud.plan.refused import PlanRefused
from medcloud.text import Text


def _allocate(region, held):
    wanted = [key for key, workload in region.workloads.items() if workload.exposure == "public"]
    lines = held.region("lines", 1, 4)
    lines.free(set(wanted), held.serial)
    for key in wanted:
        if key not in lines.held and not (lines.fresh(key) or lines.rested(key)):
            raise PlanRefused("workloads", Text("线路已尽", "no line is left"), Text("减少", "fewer"))


CONCERN = Concern((Section("lines", key_parts=1),), _allocate)
'''


@pytest.fixture
def dialling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A concern of the plan that is there for one test: a package, and one file in it."""
    folder = tmp_path / "dialling"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "numbers.py").write_text(NUMBERS, encoding="utf-8")
    monkeypatch.setattr(medcloud.plan, "__path__", [*medcloud.plan.__path__, str(tmp_path)])
    _forget()
    yield
    monkeypatch.undo()
    for name in [name for name in sys.modules if name.startswith("medcloud.plan.dialling")]:
        del sys.modules[name]
    _forget()


def _forget() -> None:
    concerns.cache_clear()
    sections.cache_clear()


def _text() -> str:
    return FIRST.read_text(encoding="utf-8")


def _private() -> Region:
    """The sample without anything public, so that no line is needed."""
    return sample.edited((", exposure: public", ""), ("callers: [internet]", "callers: []"))


def test_the_first_format_is_read_for_ever() -> None:
    lock = parse(_text(), "region.lock.yaml")
    assert dump(lock) == _text(), "an unchanged file stays as it is, to the byte"
    assert lock.texts("prefixes")["r1/6"] == "fd14:2025:2::/48"
    assert lock.section("vnis")["c1/county/business"] == 5007
    assert lock.section("instances")["c1/group/core/his/0"] == 0
    assert allocate(sample.region(), lock) == lock
    assert derive(sample.region(), lock) == sample.plan()


@pytest.mark.usefixtures("dialling")
def test_a_lock_without_a_new_section_is_good_and_gets_it_when_numbers_are_needed() -> None:
    old = parse(_text(), "region.lock.yaml")
    assert dump(old) == _text()
    private = allocate(_private(), None)
    assert "lines" not in dump(private), "not before"
    lock = allocate(sample.region(), old)
    public = [key for key, w in sample.region().workloads.items() if w.exposure == "public"]
    assert lock.section("lines") == {key: n for n, key in enumerate(public, 1)}
    assert public
    text = dump(lock)
    grown = [line for line in text.splitlines() if line not in _text().splitlines()]
    of = ["region:", "  id: panyu"]
    assert grown == [grown[0], "lines:", *(f"  {key}: {n}" for n, key in enumerate(public, 1)), *of]
    assert grown[0].startswith("digest: ")
    assert parse(text, "region.lock.yaml") == lock
    assert allocate(sample.region(), lock) == lock


@pytest.mark.usefixtures("dialling")
def test_the_new_section_has_all_that_the_others_have() -> None:
    """Strict reading, numbers that rest, merging: nothing of it is the concern's own code."""
    lock = allocate(sample.region(), parse(_text(), "x"))
    (key, *_) = lock.section("lines")
    for bad in (f"  {key}: one", f"  {key}/x: 1", f"  {key}: 1\n  other: 1"):
        with pytest.raises(LockRefused):
            parse(dump(lock).replace(f"lines:\n  {key}: 1", f"lines:\n{bad}"), "x", sealed=False)
    freed = allocate(_private(), lock)
    assert not freed.section("lines")
    assert freed.retired["lines/1"] == 1
    together, lost = reconcile(lock, Lock({"lines": {"other": 1, "more": 9}}))
    assert lost == ("lines/other",)
    assert together.section("lines")["more"] == 9
    full = Lock({**lock.sections, "lines": {"a": 1, "b": 2, "c": 3}})
    assert set(allocate(sample.region(), full).section("lines")) == set(lock.section("lines"))


@pytest.mark.usefixtures("dialling")
def test_a_concern_that_has_no_room_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medcloud.plan.lock.scope.Numbers.fresh", lambda *_: False)
    with pytest.raises(PlanRefused, match="line"):
        allocate(sample.region(), parse(_text(), "x"))


def test_a_section_that_nobody_knows_is_refused_with_its_line_and_remedy(
    request: pytest.FixtureRequest,
) -> None:
    """A newer medcloud's numbers cannot be kept by an older one: it would not free or merge them."""
    text = _text().replace("retired:", "lines:\n  portal: 1\nretired:")
    with pytest.raises(LockRefused, match="no section is called lines") as refused:
        parse(text, "region.lock.yaml", sealed=False)
    (finding,) = refused.value.findings
    assert finding.place.line == text.splitlines().index("lines:") + 1
    assert "upgrade medcloud" in finding.remedy.en
    assert "升级" in finding.remedy.zh
    request.getfixturevalue("dialling")
    assert parse(text, "region.lock.yaml", sealed=False).section("lines") == {"portal": 1}


def test_no_two_concerns_have_a_section_of_one_name() -> None:
    named = [section.name for concern in concerns() for section in concern.sections]
    assert len(named) == len(set(named))
    assert "retired" not in named
    assert number_sections() == ("centres", "subnets", "vnis", "vips", "instances")
