"""Ten thousand random tamperings of a ledger: every one is found, and a place is named."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from medcloud.crypto import load_trust
from medcloud.evidence.ledger import verify
from medcloud.evidence.ledger.files import ENTRIES
from tests.crypto.people import TODAY, People
from tests.evidence.ledgers import filled

Files = dict[str, bytes]
Tampering = Callable[[Files, random.Random, Files], None]
HEADS = ("heads/00000005.yaml", "heads/00000009.yaml")
EACH = 10_000 // 8


def _byte(files: Files, chance: random.Random, other: Files) -> None:
    name = chance.choice([ENTRIES] * 4 + list(HEADS))
    text = bytearray(files[name])
    text[chance.randrange(len(text))] ^= chance.randrange(1, 256)
    files[name] = bytes(text)


def _inserted(files: Files, chance: random.Random, other: Files) -> None:
    name = chance.choice([ENTRIES] * 4 + list(HEADS))
    at = chance.randrange(len(files[name]) + 1)
    files[name] = files[name][:at] + chance.randbytes(chance.randrange(1, 9)) + files[name][at:]


def _swapped(files: Files, chance: random.Random, other: Files) -> None:
    lines = files[ENTRIES].splitlines(keepends=True)
    a, b = chance.sample(range(len(lines)), 2)
    lines[a], lines[b] = lines[b], lines[a]
    files[ENTRIES] = b"".join(lines)


def _line_cut(files: Files, chance: random.Random, other: Files) -> None:
    lines = files[ENTRIES].splitlines(keepends=True)
    first = chance.randrange(len(lines))
    del lines[first : first + chance.randrange(1, 4)]
    files[ENTRIES] = b"".join(lines)


def _bytes_cut(files: Files, chance: random.Random, other: Files) -> None:
    name = chance.choice([ENTRIES] * 4 + list(HEADS))
    first = chance.randrange(len(files[name]))
    last = chance.choice([len(files[name]), first + chance.randrange(1, 300)])
    files[name] = files[name][:first] + files[name][last:]


def _replayed(files: Files, chance: random.Random, other: Files) -> None:
    source = chance.choice([files, other])[ENTRIES].splitlines(keepends=True)
    lines = files[ENTRIES].splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), chance.choice(source))
    files[ENTRIES] = b"".join(lines)


def _line_replaced(files: Files, chance: random.Random, other: Files) -> None:
    """By a good line of another ledger of the same people."""
    lines = files[ENTRIES].splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(
        [line for line in other[ENTRIES].splitlines(keepends=True) if line != lines[at]]
    )
    files[ENTRIES] = b"".join(lines)


def _head_replaced(files: Files, chance: random.Random, other: Files) -> None:
    """By another head, one of another ledger or nothing; the newest is only missed by whoever kept it."""
    name = chance.choice(HEADS)
    found = chance.choice([files[HEADS[1]], files[HEADS[0]], other[HEADS[0]], other[HEADS[1]], None])
    if found is None:
        del files[HEADS[0]]
    elif found != files[name]:
        files[name] = found
    else:
        files[name] = other[name]


TAMPERINGS = (
    _byte,
    _inserted,
    _swapped,
    _line_cut,
    _bytes_cut,
    _replayed,
    _line_replaced,
    _head_replaced,
)


@pytest.fixture(scope="module")
def other(people: People, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Another ledger, its times one day off."""
    return read(filled(tmp_path_factory.mktemp("other") / "ledger", people, "另一账本"))


def read(folder: Path) -> Files:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def first_change(before: bytes, after: bytes) -> int:
    """Number of the first line that is there and is not what it was; 0 when there is none."""
    old, new = before.split(b"\n"), after.split(b"\n")
    pairs = enumerate(zip(old, new, strict=False), 1)
    found = next((n for n, (a, b) in pairs if a != b), len(old) + 1 if len(new) > len(old) else 0)
    return 0 if found == len(new) and not new[-1] else found


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda t: t.__name__.strip("_"))
def test_tampering(tamper: Tampering, ledger: Path, other: Files, trust: Path, tmp_path: Path) -> None:
    chance = random.Random(tamper.__name__)  # noqa: S311  # the same tamperings in every run
    original, relied = read(ledger), load_trust(trust)
    folder = shutil.copytree(ledger, tmp_path / "ledger")
    places: Counter[str] = Counter()
    for _ in range(EACH):
        files = dict(original)
        tamper(files, chance, other)
        if files == original:
            tamper(files, chance, other)
        for name in original:
            if name not in files:
                (folder / name).unlink()
            elif files[name] != original[name]:
                (folder / name).write_bytes(files[name])
        findings = verify(folder, relied, today=TODAY).findings
        assert files != original
        assert findings, {name: text for name, text in files.items() if text != original[name]}
        assert all(finding.place.file.startswith(str(folder)) for finding in findings)
        line = first_change(original[ENTRIES], files[ENTRIES])
        if line:
            seen = (1, 2) if line == 1 else (line,)  # another ledger's first line is a good first line
            assert str(findings[0].place) in {f"{folder / ENTRIES}:{n}" for n in seen}
        places.update(Path(str(finding.place)).name for finding in findings)
        for name in original:
            if files.get(name) != original[name]:
                (folder / name).write_bytes(original[name])
    assert verify(folder, relied, today=TODAY).findings == ()
    assert len(places) > 1
