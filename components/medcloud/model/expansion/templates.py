"""``defaults`` and ``templates``: what an entry has that it does not write itself."""

from __future__ import annotations

from functools import reduce

from medcloud.model.expansion import faults
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.sections import DEFAULTS, ENTRY_WORDS, TEMPLATES, USE, entries
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Table

LONGEST = 20
"""Templates that use one another."""


class Templates:
    """The defaults and templates of a region, by section."""

    def __init__(self, root: Table, found: Found) -> None:
        self._found = found
        self._defaults = self._sections(root, DEFAULTS)
        named = self._sections(root, TEMPLATES)
        self._named = {section: self._tables(table, (TEMPLATES, section)) for section, table in named.items()}
        for section, tables in self._named.items():
            for name, template in tables.items():
                self._chain(section, (TEMPLATES, section, name), template)
        for section, table in self._defaults.items():
            for word in [word for word in ENTRY_WORDS if word in table.keys]:
                found.say((DEFAULTS, section, word), table.keys[word], faults.not_in_defaults(word), section)
            self._defaults[section] = without(table, ENTRY_WORDS)

    def has_defaults(self, section: str) -> bool:
        """Whether entries of a section have any, so that one may say nothing itself."""
        return section in self._defaults

    def whole(self, section: str, key: str, entry: Table) -> Table | None:
        """An entry with all that it has, the nearest last; None where that cannot be told."""
        chain = self._chain(section, (section, key), entry)
        if chain is None:
            return None
        if section in self._defaults:
            chain.append(self._defaults[section])
        return without(reduce(merged, reversed(chain)), {USE})

    def _chain(self, section: str, loc: Loc, entry: Table) -> list[Table] | None:
        """What stands at a location, its template, the template of that …; None where one is not there."""
        known = self._named.get(section, {})
        start, chain, names = loc, [entry], list[str]()
        while (use := chain[-1].entries.get(USE)) is not None:
            name = use.value if isinstance(use, Scalar) else None
            if not isinstance(name, str):
                self._found.say((*loc, USE), use, faults.ONE_NAME, section)
            elif name not in known:
                self._found.say((*loc, USE), use, faults.no_template(name, section, known), section)
            elif name in names:
                self._ring(section, names[names.index(name) :])
            elif len(names) == LONGEST:
                if start[0] != TEMPLATES:  # who uses one of them is told
                    self._found.say((*start, USE), entry.entries[USE], faults.too_long(LONGEST), section)
            else:
                names.append(name)
                chain.append(known[name])
                loc = (TEMPLATES, section, name)
                continue
            return None
        return chain

    def _ring(self, section: str, names: list[str]) -> None:
        """Each ring is said once, whoever comes into it."""
        first = names.index(min(names))
        names = [*names[first:], *names[:first]]
        use = self._named[section][names[-1]].entries[USE]
        self._found.say((TEMPLATES, section, names[-1], USE), use, faults.ring([*names, names[0]]), section)

    def _sections(self, root: Table, word: str) -> dict[str, Table]:
        node = root.entries.get(word)
        tables = {} if node is None else self._tables(node, (word,))
        for section in tables.keys() - entries().keys():
            assert isinstance(node, Table)  # noqa: S101  # or it had no tables
            words = faults.no_section(section, entries())
            self._found.say((word, section), node.keys[section], words)
            del tables[section]
        return tables

    def _tables(self, node: Node, loc: Loc) -> dict[str, Table]:
        """The tables of a table; what is none is said."""
        sections = [str(step) for step in loc[1:2]] or [*entries()]
        if not isinstance(node, Table):
            self._found.say(loc, node, faults.MAPPING, *sections)
            return {}
        found = {}
        for key, value in node.entries.items():
            if isinstance(value, Table):
                found[key] = value
            else:
                self._found.say((*loc, key), value, faults.MAPPING, *sections)
        return found


def merged(base: Table, over: Table) -> Table:
    """Two mappings as one: what both have is over's, but for mappings, which are merged themselves."""
    entries, keys = {**base.entries, **over.entries}, {**base.keys, **over.keys}
    for key in base.entries.keys() & over.entries.keys():
        low, high = base.entries[key], over.entries[key]
        if isinstance(low, Table) and isinstance(high, Table):
            entries[key] = merged(low, high)
    return sized(Table(over.line, over.column, 1, over.file, entries, keys))


def without(table: Table, words: set[str] | tuple[str, ...]) -> Table:
    """A mapping without some of its keys."""
    entries = {key: value for key, value in table.entries.items() if key not in words}
    keys = {key: table.keys[key] for key in entries}
    return sized(Table(table.line, table.column, 1, table.file, entries, keys))


def sized(table: Table) -> Table:
    """The same, its nodes counted anew."""
    table.size = 1 + sum(1 + value.size for value in table.entries.values())
    return table
