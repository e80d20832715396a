"""Item ids as people write them in code and prose: ``7.2.1-b``, and ``7.3.2.2-c, -e`` for two of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

_ID = re.compile(
    r"(?<![\w.-])(?P<clause>[67](?:\.\d+)+|[ABC]\.\d+)-(?P<letter>[a-z])(?![\w-])"
    r"(?P<more>(?:(?:,| and|、|/)\s*-[a-z](?![\w-]))*)"
)
_MORE = re.compile(r"-([a-z])")


def ids_in(text: str) -> Iterator[tuple[str, int]]:
    """Each id in a text with the offset where it stands; of a shortened one, where it is meant.

    Whatever has the form of an id is given, whether the standard has it or not.
    """
    for found in _ID.finditer(text):
        clause = found["clause"]
        yield f"{clause}-{found['letter']}", found.start()
        for more in _MORE.finditer(found["more"]):
            yield f"{clause}-{more[1]}", found.start("more") + more.start()


def is_id(text: str) -> bool:
    """Whether a text is an id and nothing else."""
    found = _ID.fullmatch(text)
    return found is not None and not found["more"]


def ids_below(node: ast.AST) -> tuple[str, ...]:
    """The ids that stand in a syntax tree as whole texts."""
    found = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return tuple(dict.fromkeys(text for text in found if is_id(text)))
