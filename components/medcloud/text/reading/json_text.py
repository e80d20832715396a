"""From JSON text to a tree, as strict as YAML: whatever is there twice is not kept once in silence."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from medcloud.text.reading import faults
from medcloud.text.reading.compose import DEEPEST, Found
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.source import unreadable
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"\n")


def json_tree(text: str, name: str) -> tuple[Node, list[Found]]:
    """The tree of a document, and keys that stand there twice; Unreadable when it is not JSON."""
    json_data(text, name)
    builder = _Builder(text, name)
    return builder.node(_skip(text, 0), ()), builder.found


def json_data(text: str, name: str) -> object:
    """What a program wrote, without places; Unreadable when it is not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise unreadable(name, error.lineno, faults.no_json(error.msg), error.colno) from None
    except (RecursionError, ValueError) as error:  # ValueError: a number of thousands of digits
        raise unreadable(name, 1, faults.no_json(type(error).__name__)) from None


class _Builder:
    """Walks a text that is known to be JSON."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._starts = [0, *(match.end() for match in _LINE.finditer(text))]
        self._end = 0
        """Where what was read last ended."""
        self.found: list[Found] = []

    def node(self, at: int, loc: Loc) -> Node:
        """What begins at an offset."""
        if len(loc) > DEEPEST:
            line, column = self._place(at)
            raise unreadable(self._name, line, faults.too_deep(DEEPEST), column)
        if self._text[at] == "{":
            return self._table(at, loc)
        if self._text[at] == "[":
            return self._sequence(at, loc)
        return self._scalar(at)

    def _scalar(self, at: int) -> Scalar:
        value, self._end = _DECODER.raw_decode(self._text, at)
        return Scalar(*self._place(at), value=value)

    def _sequence(self, at: int, loc: Loc) -> Sequence:
        found, at = Sequence(*self._place(at)), _skip(self._text, at + 1)
        while self._text[at] != "]":
            found.items.append(self.node(at, (*loc, len(found.items))))
            at = self._next(self._end)
        self._end = at + 1
        return found

    def _table(self, at: int, loc: Loc) -> Table:
        found, at = Table(*self._place(at)), _skip(self._text, at + 1)
        while self._text[at] != "}":
            key = self._scalar(at)
            name = str(key.value)
            value = self.node(_skip(self._text, _skip(self._text, self._end) + 1), (*loc, name))
            if name in found.keys:
                words = faults.repeated(name, found.keys[name].line, key.line)
                self.found.append((Problem((*loc, name), *words), key.line, key.column))
            else:
                found.entries[name], found.keys[name] = value, key
            at = self._next(self._end)
        self._end = at + 1
        return found

    def _next(self, at: int) -> int:
        """The next entry, past a comma, or the bracket that closes."""
        at = _skip(self._text, at)
        return _skip(self._text, at + 1) if self._text[at] == "," else at

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
