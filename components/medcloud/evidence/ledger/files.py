"""Where a ledger's parts are."""

from __future__ import annotations

import re
from pathlib import Path

ENTRIES = "entries.jsonl"
_HEAD = re.compile(r"(\d{8})\.yaml")


def head_path(folder: Path, size: int) -> Path:
    """The file of the head over the first `size` entries."""
    return folder / "heads" / f"{size:08}.yaml"


def head_numbers(folder: Path) -> list[int]:
    """The sizes that were signed, by the names of the files."""
    found = (_HEAD.fullmatch(path.name) for path in (folder / "heads").glob("*"))
    return sorted(int(match[1]) for match in found if match)


def lines(text: bytes) -> tuple[list[bytes], bytes]:
    """Whole lines without their line feeds, and what stands after the last of them."""
    *whole, half = text.split(b"\n")
    return whole, half
