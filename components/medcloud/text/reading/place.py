"""From problems to findings: each gets its place in the file."""

from __future__ import annotations

from medcloud.text import Finding, Place
from medcloud.text.printable import shown
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.tree import Node, place


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
    return finding(problem, where.file or name, where.line, where.column)
