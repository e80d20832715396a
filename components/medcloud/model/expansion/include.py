"""``include``: the sections of several files as those of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from medcloud.model.expansion import faults
from medcloud.model.expansion.files import Files
from medcloud.model.expansion.found import Found, where
from medcloud.model.expansion.sections import DEFAULTS, INCLUDE, TEMPLATES, mappings
from medcloud.model.region import NOTE
from medcloud.text import Complaint
from medcloud.text.printable import hidden
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import not_one
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

_JOINED_DEEP = 2
"""Levels at which keys of several files stand together: ``templates``, a section of it."""


def with_included(root: Table, files: Files | None, kind: Kind, found: Found) -> Table:
    """The region file with all that it includes; itself when it includes nothing."""
    listed = root.entries.get(INCLUDE)
    if listed is None:
        return root
    whole = _copy(root)
    del whole.entries[INCLUDE], whole.keys[INCLUDE]
    for path in dict.fromkeys(_paths(listed, files, found)):
        assert files is not None  # noqa: S101  # or there were no paths
        part = _part(files.text(path, kind), files.name(path), kind, found)
        if part is not None:
            _join(whole, part, (), found)
    return whole


def _paths(listed: Node, files: Files | None, found: Found) -> Iterator[str]:
    """The files that are meant, in the order in which they are named."""
    if files is None or not isinstance(listed, Sequence):
        _lack(found, (INCLUDE,), listed, faults.NO_FOLDER if files is None else faults.PATHS)
        return
    for index, node in enumerate(listed.items):
        loc: Loc = (INCLUDE, index)
        path = node.value if isinstance(node, Scalar) else None
        if not isinstance(path, str) or not path or hidden(path):
            _lack(found, loc, node, faults.PATHS)
        elif path.startswith("/") or "\\" in path or ".." in PurePosixPath(path).parts:
            _lack(found, loc, node, faults.OUTSIDE)
        else:
            yield from _meant(path, loc, node, files, found)


def _meant(path: str, loc: Loc, node: Node, files: Files, found: Found) -> Iterator[str]:
    own = PurePosixPath(path).as_posix()
    if any(sign in path for sign in "*?["):
        several = [] if "**" in path else files.matching(own)
        if not several:
            _lack(found, loc, node, faults.no_file(path, pattern=True))
        yield from several
        return
    what = files.what(own)
    if what == "file":
        yield own
        return
    words = {
        "folder": faults.folder(path),
        "itself": faults.ITSELF,
        "outside": faults.OUTSIDE,
        "nothing": faults.no_file(path, pattern=False),
    }
    _lack(found, loc, node, words[what])


def _part(text: str, name: str, kind: Kind, found: Found) -> Table | None:
    composer = Composer(text, name)
    part = composer.compose()
    for problem, line, column in composer.found:
        found.add(problem, name, line, column)
    if not isinstance(part, Table):
        _lack(found, (), Node(1, 1, file=name), not_one(kind))
        return None
    found.grow(part)
    if INCLUDE in part.entries:
        _lack(found, (INCLUDE,), part.keys[INCLUDE], faults.NESTED)
    return part


def _join(whole: Table, part: Table, loc: Loc, found: Found) -> None:
    for key, value in part.entries.items():
        here = (*loc, key)
        if not loc and (key.startswith(NOTE) or key == INCLUDE):
            continue
        known = whole.entries.get(key)
        if known is None or _empty(known):
            whole.entries[key] = _copy(value) if isinstance(value, Table) else value
            whole.keys[key] = part.keys[key]
        elif _joins(here) and isinstance(known, Table) and (isinstance(value, Table) or _empty(value)):
            if isinstance(value, Table):
                _join(known, value, here, found)
        else:
            words = faults.twice(key, where(whole.keys[key]), where(part.keys[key]))
            found.say(here, part.keys[key], words, str(here[0]))


def _joins(loc: Loc) -> bool:
    """Whether keys below a key may stand in several files."""
    if loc[0] == TEMPLATES:
        return len(loc) <= _JOINED_DEEP
    return len(loc) == 1 and (loc[0] == DEFAULTS or loc[0] in mappings())


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _copy(table: Table) -> Table:
    """The same, to be joined with more; so are the sections that it holds."""
    entries = {k: _copy(v) if isinstance(v, Table) else v for k, v in table.entries.items()}
    return Table(table.line, table.column, table.size, table.file, entries, dict(table.keys))


def _lack(found: Found, loc: Loc, node: Node, words: Complaint) -> None:
    """What was to be included is not: any section may lack parts."""
    found.say(loc, node, words, *mappings())
