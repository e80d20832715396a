"""Where a ledger's parts are."""

from __future__ import annotations

import re
from pathlib import Path

from medcloud.crypto import refuse
from medcloud.text import Place, Text

ENTRIES = "entries.jsonl"
_HEAD = re.compile(r"(\d{8})\.yaml")


def head_path(folder: Path, size: int) -> Path:
    """The file of the head over the first `size` entries."""
    return folder / "heads" / f"{size:08}.yaml"


def head_numbers(folder: Path) -> list[int]:
    """The sizes that were signed, by the names of the files."""
    found = (_HEAD.fullmatch(path.name) for path in (folder / "heads").glob("*"))
    return sorted(int(match[1]) for match in found if match)


def read_lines(folder: Path) -> tuple[list[bytes], bytes]:
    """Whole lines without their line feeds, and what stands after the last; Refused without a ledger."""
    try:
        *whole, half = (folder / ENTRIES).read_bytes().split(b"\n")
    except OSError as error:
        raise refuse(
            Place(str(folder / ENTRIES)),
            Text("没有可读的账本", f"there is no ledger that can be read: {error.strerror}"),
            Text("以 --folder 指明账本目录", "name the ledger's folder with --folder"),
        ) from None
    return whole, half
