"""The lock file is small in its changes, and whatever is not one is refused with its line."""

from __future__ import annotations

import difflib
import random

import pytest

from medcloud.plan import Lock, LockRefused, allocate
from medcloud.plan.lock import dump, parse
from tests.plan import sample

TEXT = sample.LOCK_FILE.read_text(encoding="utf-8")


def test_the_sample_has_its_lock() -> None:
    assert allocate(sample.region(), sample.lock()) == sample.lock()
    assert dump(sample.lock()) == TEXT


def test_an_empty_lock_is_text_too() -> None:
    assert parse(dump(Lock()), "x") == Lock()


def test_one_more_instance_is_one_line_and_the_digest() -> None:
    more = sample.edited(
        (
            "gateway: {kind: edge, level: 2, pool: edge, size: {instances: 1",
            "gateway: {kind: edge, level: 2, pool: edge, size: {instances: 2",
        )
    )
    own = Lock({**sample.lock().sections, "region": {"id": "panyu"}})
    entries = ["+   e1/group/business/gateway", "+   e1/group/business/gateway/1"]
    assert _changed(dump(own), dump(allocate(more, own))) == [*entries, "+ digest", "- digest"]
    # a lock from before says whose it is from then on
    assert _changed(TEXT, dump(allocate(more, sample.lock()))) == [
        *entries,
        "+   id",
        "+ digest",
        "+ region",
        "- digest",
    ]


def _changed(before: str, after: str) -> list[str]:
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    return sorted(line.split(":")[0] for line in lines)


def test_keys_are_sorted_as_people_count() -> None:
    lock = Lock({"instances": {f"c1/t/d/w/{n}": n for n in range(12)}})
    lines = [line for line in dump(lock).splitlines() if "/w/" in line]
    assert [line.rpartition(": ")[2] for line in lines] == [str(n) for n in range(12)]


def test_windows_line_ends_are_fine() -> None:
    assert parse(TEXT.replace("\n", "\r\n"), "x") == sample.lock()


def _line(text: str) -> int:
    return TEXT.splitlines().index(text) + 1


BAD = [
    ("version: 1", "version: 2", "knows 1"),
    ("version: 1", "versoin: 1", "not an entry"),
    ("  c1: 0", "  c1: zero", "makes no sense"),
    ("  c1: 0", "  c1: -1", "makes no sense"),
    ("  c1: 0", "  c1: 0x1", "makes no sense"),
    ("  c1: 0", "  c1: 99999999999999999999", "makes no sense"),
    ("  c1: 0", "  c1: 1", "held by"),
    ("  c1: 0", "  c1/x: 0", "makes no sense"),
    ("  c1: 0", "  Ｃ1: 0", "not an entry"),
    ("  c1: 0", "  c1: 0\n  c1: 0", "given twice"),
    ("  c1: 0", "<<<<<<< HEAD\n  c1: 0", "merge conflict"),
    ("  c1: 0", "=======\n  c1: 0", "merge conflict"),
    ("  c1: 0", ">>>>>>> theirs\n  c1: 0", "merge conflict"),
    ("  c1: 0", "||||||| base\n  c1: 0", "merge conflict"),
    ("  c1: 0", "  c1: {a: 1}", "not an entry"),
    ("  c1/4: 10.64.0.0/16", "  c1/4: 10.64.0.1/16", "makes no sense"),
    ("  c1/4: 10.64.0.0/16", "  c1/4: fd00::/48", "makes no sense"),
    ("centres:", "centres:\ncentres:", "given twice"),
    ("centres:", "centers:", "not an entry"),
    ("retired:", "retired:\n  centres/0: 1", "held by"),
    ("retired:", "retired:\n  towns/0: 1", "makes no sense"),
    ("retired:", "retired:\n  centres/x/0: 1", "makes no sense"),
    ("retired:", "", "retired is missing"),
    ("  c1: 0", "  c1: 15", "digest does not fit"),
    ("  c1: 0", "", "digest does not fit"),
]


@pytest.mark.parametrize(("old", "new", "said"), BAD)
def test_what_is_not_a_lock_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(LockRefused, match=said) as refused:
        parse(TEXT.replace(old, new, 1), "region.lock.yaml")
    error = refused.value
    assert error.findings[0].place.file == "region.lock.yaml"
    assert error.findings[0].message.zh
    assert error.findings[0].remedy.zh
    assert (
        "region.lock.yaml" in error.findings[0].remedy.en or error.findings[0].remedy.en == "upgrade medcloud"
    )


def test_the_line_is_named() -> None:
    with pytest.raises(LockRefused) as refused:
        parse(TEXT.replace("  c2: 1", "  c2: one"), "x")
    assert refused.value.findings[0].place.line == _line("  c2: 1")


@pytest.mark.parametrize("text", ["", "\0", "a: b", "[]", "- - -", "version: 1\n", TEXT[: len(TEXT) // 2]])
def test_rubbish_is_refused(text: str) -> None:
    with pytest.raises(LockRefused):
        parse(text, "x")


def test_a_thousand_slips_are_all_seen() -> None:
    """A character changed, lost or doubled anywhere: refused, or no entry was touched."""
    rng = random.Random(5)  # noqa: S311 -- a test's dice
    for _ in range(1000):
        place = rng.randrange(len(TEXT))
        slip = rng.choice(["", TEXT[place] * 2, rng.choice("0123456789abc/:\n #")])
        text = TEXT[:place] + slip + TEXT[place + 1 :]
        try:
            found = parse(text, "x")
        except LockRefused:
            continue
        assert found == sample.lock()
