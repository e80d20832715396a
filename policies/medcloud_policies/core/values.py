"""Properties as a rule reads them: typed, tolerant of odd types, honest about what is not known yet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from medcloud.text import Refusal


class Unknown:
    """A value the engine does not know yet (an output of something that is still to be made)."""

    def __repr__(self) -> str:
        return "<unknown>"


UNKNOWN = Unknown()


class UnknownValue(Refusal):
    """A rule read a property that is not known yet: its verdict is undecided."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Node:
    """A map of properties. Reading a value that is not known yet raises `UnknownValue`.

    A value of an unexpected type reads as absent: the provider refuses it, a rule does not crash.
    An empty string reads as absent too, because the provider's outputs say "not set" that way.
    """

    def __init__(self, props: Mapping[str, Any], path: str = "") -> None:
        self.props = props
        self.path = path

    def value(self, name: str) -> Any:
        """The raw value, or None when it is absent."""
        found = self.props.get(name)
        if found is UNKNOWN:
            raise UnknownValue(self.path + name)
        return found

    def has(self, name: str) -> bool:
        """Whether the property is given, be its value known or not; empty counts as not given."""
        return self.props.get(name) not in (None, "", [], {})

    def known(self, name: str) -> bool:
        """Whether the property can be read now (an absent one can)."""
        return self.props.get(name) is not UNKNOWN

    def text(self, name: str) -> str:
        """The property as text without spaces around it, "" when absent."""
        return _text(self.value(name))

    def word(self, name: str) -> str:
        """The property as a case-folded word of an enumeration, "" when absent."""
        return self.text(name).casefold()

    def number(self, name: str) -> float | None:
        """The property as a number (text of digits counts), None when absent."""
        return _number(self.value(name))

    def flag(self, name: str, default: bool) -> bool:
        """The property as a boolean; `default` is what the cloud does when it is left out."""
        found = self.value(name)
        if isinstance(found, str):
            return {"true": True, "1": True, "false": False, "0": False}.get(found.strip().lower(), default)
        return found if isinstance(found, bool) else default

    def count(self, name: str) -> int:
        """How many elements a list has, known or not."""
        found = self.value(name)
        return len(found) if isinstance(found, list) else 0

    def texts(self, name: str) -> Iterator[str]:
        """The elements of a list of text: first those that are known, then `UnknownValue` if one is not."""
        yield from (_text(v) for v in self._elements(name) if _text(v))

    def nodes(self, name: str) -> Iterator[Node]:
        """The elements of a list of maps (or the one map): known ones first, as in `texts`."""
        for index, element in enumerate(self._elements(name)):
            if isinstance(element, Mapping):
                yield Node(element, f"{self.path}{name}[{index}].")

    def node(self, name: str) -> Node:
        """A nested map; an empty one when absent."""
        found = self.value(name)
        return Node(found if isinstance(found, Mapping) else {}, f"{self.path}{name}.")

    def items(self) -> Iterator[tuple[str, str]]:
        """Names and texts of a map's values: known ones first, as in `texts`."""
        for key, value in self.props.items():
            if value is not UNKNOWN and _text(value):
                yield str(key), _text(value)
        for key, value in self.props.items():
            if value is UNKNOWN:
                raise UnknownValue(self.path + str(key))

    def _elements(self, name: str) -> Iterator[Any]:
        found = self.value(name)
        elements = found if isinstance(found, list) else [] if found is None else [found]
        yield from (e for e in elements if e is not UNKNOWN)
        if any(e is UNKNOWN for e in elements):
            raise UnknownValue(f"{self.path}{name}[]")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    return ""


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None
