"""A provider's error in words for the person who has to act on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from medcloud.recover.core.causes import Cause
from medcloud.text import Text, urns


@dataclass(frozen=True)
class Advice:
    """What happened to one resource and what to do, in both languages."""

    name: str
    """The resource's name; empty when the whole run is meant."""
    where: str
    """Centre and workload as far as the name tells, e.g. ``centre c1, workload his``; may be empty."""
    zh: str
    en: str
    needs: str = ""
    """What a server asks of its host, e.g. ``zone c1; ISA CUSTOM_ISA_C86``."""

    @property
    def text(self) -> Text:
        """The whole of it; what a server needs on a line of its own."""
        name = self.name
        zh, en = (f"{name}（{self.where}）", f"{name} ({self.where})") if self.where else (name, name)
        needs = (f"\n    要求: {self.needs}", f"\n    it needs: {self.needs}") if self.needs else ("", "")
        heads = (f"{zh}: ", f"{en}: ") if name else ("", "")
        return Text(f"{heads[0]}{self.zh}{needs[0]}", f"{heads[1]}{self.en}{needs[1]}")


def advise(urn: str, message: str, causes: Iterable[Cause]) -> Advice | None:
    """Advice on an error that the engine showed for a resource; None when no cause is known for the message.

    `urn` may be empty, for errors of the run itself.
    """
    for cause in causes:
        found = re.search(cause.pattern, message, re.IGNORECASE | re.DOTALL)
        if found and (not cause.type or cause.type in urn):
            return _fill(urn, cause, found)
    return None


def _fill(urn: str, cause: Cause, found: re.Match[str]) -> Advice:
    details = {name: value or "?" for name, value in found.groupdict().items()}
    name = urns.split(urn).name
    return Advice(name, whereabouts(name), cause.zh.format_map(details), cause.en.format_map(details))


def whereabouts(name: str) -> str:
    """Centre and workload out of ``region-centre-workload-…`` (docs/conventions.md)."""
    parts = name.split("-")
    if len(parts) < 3:
        return ""
    return f"centre {parts[1]}, {'workload ' if parts[-1].isdigit() or len(parts) == 3 else ''}{parts[2]}"
