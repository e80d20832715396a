"""A YAML document as a tree that knows its places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, overload

from medcloud.text.reading.problem import Loc


@dataclass
class Node:
    """A scalar, a list or a mapping; lines and columns are from 1."""

    line: int
    column: int
    size: int = 1
    """Nodes in it, itself too, with every alias counted as what it stands for."""
    file: str = ""
    """Name of the file that it stands in, where a tree is made of several."""


@dataclass
class Scalar(Node):
    """Text, a number, a flag or nothing."""

    value: str | int | float | bool | None = None


@dataclass
class Sequence(Node):
    """Nodes in a row."""

    items: list[Node] = field(default_factory=list)


@dataclass
class Table(Node):
    """Named nodes, and where the names stand."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


def below(node: Node | None, key: str) -> Node | None:
    """What a mapping has under a key; None where there is no such key, or no mapping."""
    return node.entries.get(key) if isinstance(node, Table) else None


@overload
def data(node: Table) -> dict[str, Any]: ...


@overload
def data(node: Node) -> object: ...


def data(node: Node) -> object:
    """Plain lists, dicts and scalars."""
    if isinstance(node, Table):
        return {key: data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def place(node: Node, loc: Loc, of_key: bool) -> Node:
    """What stands at a location, or its key, or the nearest thing around it: its place is meant."""
    here: Node = node
    for step in loc:
        if isinstance(node, Table) and step in node.entries:
            here, node = node.keys[str(step)], node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            here = node = node.items[step]
        else:
            break
    else:
        here = node if isinstance(node, Scalar) and not of_key else here
    return here
