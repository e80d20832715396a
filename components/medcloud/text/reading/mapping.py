"""A YAML file as the one mapping that it is, or everything that is wrong with its form."""

from __future__ import annotations

from pathlib import Path

from medcloud.text.finding import Complaint, Finding
from medcloud.text.printable import shown
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.place import finding
from medcloud.text.reading.problem import Problem
from medcloud.text.reading.source import Unreadable, read
from medcloud.text.reading.tree import Table
from medcloud.text.text import Text


def read_mapping(path: Path, kind: Kind, *, typed: bool = True) -> Table:
    """The mapping of a file; Unreadable when it is not there or is none."""
    return mapping(read(path, kind), shown(str(path), 200), kind, typed=typed)


def mapping(text: str, name: str, kind: Kind, *, typed: bool = True) -> Table:
    """The mapping that a text is; Unreadable with all that is wrong. ``typed`` is as in Composer."""
    composer = Composer(text, name, typed=typed)
    root = composer.compose()
    found = [finding(problem, name, line, column) for problem, line, column in composer.found]
    if not isinstance(root, Table):
        raise Unreadable(*found, no_mapping(name, kind))
    if found:
        raise Unreadable(*found)
    return root


def no_mapping(name: str, kind: Kind) -> Finding:
    """What is said of a text that holds something else, or nothing."""
    return finding(Problem((), *not_one(kind)), name, 1, 1)


def not_one(kind: Kind) -> Complaint:
    """The same, before its place is known."""
    message = Text(
        f"不是{kind.name.zh}：应为“键: 值”", f"is not {kind.name.en}: keys with values are expected"
    )
    return Complaint(message, kind.help)
