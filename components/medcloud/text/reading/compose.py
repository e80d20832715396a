"""From YAML text to a tree, event by event: depth and size are known before they can do harm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from medcloud.text import Complaint
from medcloud.text.reading import faults, scalars
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.source import unreadable
from medcloud.text.reading.syntax import check_markers, syntax_error
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

DEEPEST = 20
DEEPEST_AS_WRITTEN = 100
"""Programs in YAML nest deeper than files of ours."""
LARGEST = 1_000_000
"""Nodes, aliases counted as what they stand for; a region of 10,000 workloads has about 250,000."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Found = tuple[Problem, int, int]
"""A problem with its line and column."""


class Composer:
    """Builds one document's tree and collects what is wrong with it.

    ``typed=False`` leaves scalars as they are written, for a reader that knows which field holds what and for
    files in another program's dialect: no text is ambiguous then, and tags and merge keys are not judged.
    """

    def __init__(self, text: str, name: str, *, typed: bool = True) -> None:
        self._name = name
        self._text = text
        self._typed = typed
        self._deepest = DEEPEST if typed else DEEPEST_AS_WRITTEN
        self._anchors: dict[str, Node] = {}
        self._count = 0
        self.found: list[Found] = []

    def compose(self) -> Node | None:
        """The first document's root, None when there is none; Unreadable when it cannot be read."""
        check_markers(self._text, self._name)
        try:
            self._events: Iterator[Any] = yaml.parse(self._text, Loader=_LOADER)
            next(self._events)  # the stream's start
            if isinstance(next(self._events), yaml.StreamEndEvent):
                return None
            root = self._node(next(self._events), (), 0)
            next(self._events)  # the document's end
            after = next(self._events)
        except yaml.YAMLError as error:
            raise syntax_error(error, self._text, self._name) from None
        if not isinstance(after, yaml.StreamEndEvent):
            self._say(
                (),
                _at(after),
                faults.SEVERAL,
            )
        return root

    def _node(self, event: Any, loc: Loc, depth: int) -> Node:
        at = _at(event)
        if depth > self._deepest:
            raise unreadable(self._name, at[0], faults.too_deep(self._deepest), at[1])
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, at)
        self._grow(1, at)
        if isinstance(event, yaml.MappingStartEvent):
            node: Node = self._table(Table(*at, file=self._name), loc, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(Sequence(*at, file=self._name), loc, depth)
        else:
            node = self._scalar(event, Scalar(*at, file=self._name), loc)
        if self._typed and event.tag and event.tag != "!":
            self._say(
                loc,
                at,
                faults.tag(event.tag),
            )
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _alias(self, event: Any, at: tuple[int, int]) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise unreadable(
                self._name,
                at[0],
                faults.alias(event.anchor),
                at[1],
            )
        self._grow(node.size, at)
        return node

    def _grow(self, size: int, at: tuple[int, int]) -> None:
        self._count += size
        if self._count > LARGEST:
            raise unreadable(self._name, at[0], faults.too_much(LARGEST), at[1])

    def _scalar(self, event: Any, node: Scalar, loc: Loc) -> Scalar:
        node.value = event.value
        if event.implicit[0]:  # plain: neither quotes nor a tag
            node.value = scalars.resolve(event.value) if self._typed else scalars.as_written(event.value)
            if self._typed and (remedy := scalars.trap(event.value)):
                self._say(
                    loc,
                    (node.line, node.column),
                    faults.ambiguous(event.value, remedy),
                )
        return node

    def _sequence(self, node: Sequence, loc: Loc, depth: int) -> Sequence:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item = self._node(event, (*loc, len(node.items)), depth + 1)
            node.items.append(item)
            node.size += item.size
        return node

    def _table(self, node: Table, loc: Loc, depth: int) -> Table:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = _key_text(event)
            key = self._node(event, (*loc, name), depth + 1)
            value = self._node(next(self._events), (*loc, name), depth + 1)
            node.size += key.size + value.size
            good = self._good_key(event, key, (*loc, name))
            if isinstance(key, Scalar) and good and self._new_key(node, key, (*loc, name)):
                node.entries[name], node.keys[name] = value, key
        return node

    def _good_key(self, event: Any, key: Node, loc: Loc) -> bool:
        at = key.line, key.column
        if self._typed and isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            self._say(
                loc,
                at,
                faults.MERGE,
            )
            return False
        if isinstance(key, Scalar) and isinstance(key.value, str):
            return True
        self._say(loc, at, faults.KEY)
        return False

    def _new_key(self, node: Table, key: Node, loc: Loc) -> bool:
        first = node.keys.get(str(loc[-1]))
        if first is None:
            return True
        self._say(
            loc,
            (key.line, key.column),
            faults.repeated(loc[-1], first.line, key.line),
        )
        return False

    def _say(self, loc: Loc, at: tuple[int, int], words: Complaint) -> None:
        self.found.append((Problem(loc, *words), *at))


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _key_text(event: Any) -> str:
    return event.value if isinstance(event, yaml.ScalarEvent) else "?"
