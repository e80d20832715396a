"""The software list: what runs in the region, by class and supplier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from medcloud.evidence.applies import software_classes
from medcloud.evidence.facts import RegionFacts
from medcloud.evidence.table import read_table
from medcloud.standard.decides import decides
from medcloud.text import Finding, Place, Text

COLUMNS = ("class", "name", "supplier")
_ITEM = "7.1.2.1-a"


@dataclass(frozen=True)
class Software:
    """One line."""

    kind: str
    name: str
    """With its version; operating systems as in the region file."""
    supplier: str


def read_software(path: Path) -> tuple[Software, ...]:
    """The software list; Refused when it cannot be read."""
    return tuple(
        Software(row.choice("class", software_classes()), row.text("name"), row.text("supplier"))
        for row in read_table(path, COLUMNS)
    )


@decides("7.1.2.1-a")
def judge_software(software: Sequence[Software], facts: RegionFacts, place: Place) -> list[Finding]:
    """Operating systems of the region file that the list does not have."""
    listed = {entry.name for entry in software if entry.kind == "os"}
    return [
        Finding(
            place,
            Text(
                f"清单缺少区域文件所用的操作系统 {name}", f"the list lacks {name}, which the region file uses"
            ),
            Text("加一行 os", "add a line of class os"),
            _ITEM,
        )
        for name in sorted({*facts.systems, *(hosts.os for hosts in facts.pools.values())} - listed)
    ]
