"""From problems to findings: each gets its place in the file."""

from __future__ import annotations

from dataclasses import replace

from medcloud.text import Finding, Place
from medcloud.text.printable import shown
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.tree import Node, Scalar, below, place

_ENTRY = 2
"""Steps that lead to an entry of a section."""
_LONGEST = 40
"""Characters of a name that a finding shows."""


def dotted(loc: Loc) -> str:
    """A location as people write it, e.g. ``workloads.his.callers[0]``."""
    text = ""
    for step in loc:
        text += f"[{step}]" if isinstance(step, int) else f".{shown(step)}"
    return text.removeprefix(".")


def finding(problem: Problem, name: str, line: int, column: int) -> Finding:
    """The finding for a problem at a known place."""
    where = Place(name, line, column, dotted(problem.loc))
    return Finding(where, problem.message, problem.remedy, problem.item)


def located(problem: Problem, name: str, root: Node) -> Finding:
    """The finding for a problem whose place the tree knows."""
    where = place(root, problem.loc, problem.of_key)
    found = finding(problem, where.file or name, where.line, where.column)
    return replace(found, place=replace(found.place, called=_called(problem.loc, root)))


def _called(loc: Loc, root: Node) -> str:
    """The display name of the entry that a location leads into; empty where it is the name that is wrong."""
    if len(loc) < _ENTRY or loc[_ENTRY:] == ("name",):
        return ""
    name = below(below(below(root, str(loc[0])), str(loc[1])), "name")
    return shown(name.value, _LONGEST) if isinstance(name, Scalar) and isinstance(name.value, str) else ""
