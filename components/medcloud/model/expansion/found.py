"""What is wrong with what is to be written out, collected with its places."""

from __future__ import annotations

from dataclasses import dataclass, field

from medcloud.model.expansion import faults
from medcloud.text import Complaint, Finding
from medcloud.text.reading.compose import LARGEST
from medcloud.text.reading.place import finding
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.source import unreadable
from medcloud.text.reading.tree import Node


@dataclass
class Found:
    """Findings in the order in which they were met, and the sections that have parts missing for them."""

    all: dict[tuple[Problem, Finding], None] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    size: int = 0
    """Nodes written out so far."""

    def say(self, loc: Loc, node: Node, words: Complaint, *sections: str) -> None:
        """Something is wrong with a node; parts of these sections are missing for it."""
        self.add(Problem(loc, *words), node.file, node.line, node.column)
        self.doubtful.update(sections)

    def add(self, problem: Problem, file: str, line: int, column: int) -> None:
        """A problem with its place."""
        self.all[problem, finding(problem, file, line, column)] = None

    def grow(self, node: Node) -> None:
        """Counts what is written out; Unreadable when it is more than any region has."""
        self.size += node.size
        if self.size > LARGEST:
            raise unreadable(node.file, node.line, faults.TOO_LARGE, node.column)


def where(node: Node) -> str:
    """``file:line`` of a node."""
    return f"{node.file}:{node.line}"
