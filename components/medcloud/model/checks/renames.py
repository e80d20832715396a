"""What is renamed: by an identifier that is free now, and by one thing only."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import RENAMED, Region
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def renames(region: Region) -> Iterator[Problem]:
    """A `was` that is still somebody's identifier, one's own, or that of two."""
    for section in RENAMED:
        entries = getattr(region, section)
        first: dict[str, str] = {}
        for key, entry in entries.items():
            if entry.was is None:
                continue
            loc = (section, key, "was")
            other = first.setdefault(entry.was, key)
            if entry.was == key:
                yield Problem(
                    loc,
                    Text(f"{key} 与现用标识相同", f"{key} is what it is called now"),
                    Text("写从前的标识，或删去 was", "write what it was called before, or remove was"),
                )
            elif entry.was in entries:
                yield Problem(
                    loc,
                    Text(f"{section} 中仍有 {entry.was}", f"{section} still has {entry.was}"),
                    Text(
                        f"删去 {entry.was} 一项，或删去 was", f"remove the entry {entry.was}, or remove was"
                    ),
                )
            elif other != key:
                yield Problem(
                    loc,
                    Text(f"{other} 也写了 was: {entry.was}", f"{other} says was: {entry.was} too"),
                    Text("只写在其中一处", "write it in one of the two"),
                )
