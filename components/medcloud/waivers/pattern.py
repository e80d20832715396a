"""Which resources a waiver is for: ``type::name``, the type in full; a ``*`` can only end the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.text.urns import split

_TYPE = re.compile(r"[a-zA-Z][\w-]*:[\w./-]+:\w+|[a-zA-Z][\w-]*:\w+")
_NAME = re.compile(r"[^*?\[\]\s:]+\*?")
_WORD = re.compile(r"\w+")
_WORDS = 2  # that a name must have before its *: `panyu-*` would be a whole region


@dataclass(frozen=True)
class Pattern:
    """Resources of one type, by name."""

    type: str
    name: str

    def __str__(self) -> str:
        return f"{self.type}::{self.name}"

    @property
    def is_open(self) -> bool:
        """Whether more than one resource can fit."""
        return self.name.endswith("*")

    def fits(self, urn: str) -> bool:
        """Whether it is for the resource of this urn."""
        found = split(urn)
        if found.type != self.type:
            return False
        return found.name.startswith(self.name[:-1]) if self.is_open else found.name == self.name


def parse(text: str) -> Pattern | None:
    """The pattern of a text; None when it is no pattern or fits too much."""
    type_, mark, name = text.partition("::")
    if not mark or not _TYPE.fullmatch(type_) or not _NAME.fullmatch(name):
        return None
    if name.endswith("*") and len(_WORD.findall(name)) < _WORDS:
        return None
    return Pattern(type_, name)
