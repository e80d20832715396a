"""``count`` and ``for_each_site``: many sites, and a centre at each of them, in one entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from medcloud.model.expansion import faults
from medcloud.model.expansion.found import Found, where
from medcloud.model.expansion.sections import CENTRES, COUNT, EACH_SITE, OVERRIDES, POOLS, SITES
from medcloud.model.expansion.templates import merged, without
from medcloud.text import Text
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

MOST = 999
"""Sites of one entry; their identifiers have three digits."""
_LISTS = {POOLS: ("centres",), "workloads": ("centres", "home", "standby")}
"""Lists of entries that name centres, by section."""
_Made = dict[str, list[str]]
_Maker = Callable[[str, Table], Iterator[tuple[str, Table]]]


@dataclass
class PerSite:
    """The sites and centres of a region, those of many sites written out."""

    found: Found
    owners: dict[str, str] = field(default_factory=dict)
    """Site of each centre that was made, by its id."""
    _sites: _Made = field(default_factory=dict)
    _centres: _Made = field(default_factory=dict)

    def write_out(self, root: Table) -> None:
        """Puts the sites and the centres in place of the entries that stand for many, and names them all."""
        sites = root.entries.get(SITES)
        if isinstance(sites, Table):
            sites = root.entries[SITES] = self._section(SITES, sites, self._numbered, self._sites)
        centres = root.entries.get(CENTRES)
        if isinstance(centres, Table):
            known = sites.entries if isinstance(sites, Table) else {}
            root.entries[CENTRES] = self._section(
                CENTRES, centres, lambda key, entry: self._placed(key, entry, known), self._centres
            )
        for section, lists in _LISTS.items():
            table = root.entries.get(section)
            if self._centres and isinstance(table, Table):
                root.entries[section] = self._named(table, lists)

    def _section(self, section: str, table: Table, make: _Maker, made: _Made) -> Table:
        word = COUNT if section == SITES else EACH_SITE
        many = {key for key, entry in table.entries.items() if _asks(entry, word)}
        if not many:
            return table
        out = replace(table, entries={}, keys={})
        placed = {key: node for key, node in table.keys.items() if key not in many}
        for key, entry in table.entries.items():
            if key not in many or not isinstance(entry, Table):
                out.entries[key], out.keys[key] = entry, table.keys[key]
                continue
            made[key] = []
            for id_, one in make(key, entry):
                if id_ in placed:
                    words = faults.second(key, id_, where(placed[id_]))
                    self.found.say((section, key), table.keys[key], words, section)
                    continue
                self.found.grow(one)
                out.entries[id_] = one
                out.keys[id_] = placed[id_] = replace(table.keys[key], value=id_)
                made[key].append(id_)
        return out

    def _numbered(self, key: str, entry: Table) -> Iterator[tuple[str, Table]]:
        """``t: {count: 200}`` is t001 to t200."""
        node = entry.entries[COUNT]
        count = node.value if isinstance(node, Scalar) else None
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= MOST:
            self.found.say((SITES, key, COUNT), node, faults.count(MOST), SITES, CENTRES)
            return
        common = without(entry, (COUNT,))
        for number in range(1, count + 1):
            yield f"{key}{number:03}", _filled(common, "<n>", str(number))

    def _placed(self, key: str, entry: Table, known: Mapping[str, Node]) -> Iterator[tuple[str, Table]]:
        """A centre at each site that is meant, ``<site>-<key>``."""
        loc = (CENTRES, key)
        if EACH_SITE not in entry.entries:
            self.found.say((*loc, OVERRIDES), entry.keys[OVERRIDES], faults.OVERRIDES_OF_SITES, CENTRES)
            return
        if "site" in entry.entries:
            self.found.say((*loc, "site"), entry.keys["site"], faults.SITE_TOO, CENTRES)
        asked = entry.entries[EACH_SITE]
        sites = self._chosen(asked, (*loc, EACH_SITE), known)
        differing = self._overrides(entry, loc, sites)
        common = without(entry, (EACH_SITE, OVERRIDES, "site"))
        for site in sites:
            one = merged(common, differing[site]) if site in differing else common
            one = _filled(one, "<site>", site)
            own = Scalar(asked.line, asked.column, file=asked.file, value=site)
            entries, keys = {**one.entries, "site": own}, {**one.keys, "site": entry.keys[EACH_SITE]}
            id_ = f"{site}-{key}"
            self.owners[id_] = site
            yield id_, replace(one, size=one.size + 2, entries=entries, keys=keys)

    def _chosen(self, node: Node, loc: Loc, known: Mapping[str, Node]) -> list[str]:
        """Ids of sites, each once: by name, by the entry that they came of, or by a pattern."""
        items = list(enumerate(node.items)) if isinstance(node, Sequence) else [(None, node)]
        found: list[str] = []
        for index, item in items:
            name = item.value if isinstance(item, Scalar) else None
            here = loc if index is None else (*loc, index)
            if not isinstance(name, str):
                self.found.say(here, item, faults.SITES, CENTRES)
                continue
            some = self._sites.get(name) or [site for site in known if fnmatchcase(site, name)]
            if not some and name not in self._sites:  # whose count is wrong
                words = faults.no_tenant(name, Text("sites ", SITES), [*self._sites, *known])
                self.found.say(here, item, words, CENTRES)
            found += some
        if not items:
            self.found.say(loc, node, faults.SITES, CENTRES)
        return [*dict.fromkeys(found)]

    def _overrides(self, entry: Table, loc: Loc, sites: list[str]) -> dict[str, Table]:
        node = entry.entries.get(OVERRIDES)
        if node is None:
            return {}
        if not isinstance(node, Table):
            self.found.say((*loc, OVERRIDES), node, faults.MAPPING, CENTRES)
            return {}
        for site, value in node.entries.items():
            here = (*loc, OVERRIDES, site)
            if site not in sites and sites:
                words = faults.no_tenant(site, Text("for_each_site ", EACH_SITE), sites)
                self.found.say(here, node.keys[site], words, CENTRES)
            elif not isinstance(value, Table):
                self.found.say(here, value, faults.MAPPING, CENTRES)
            elif "site" in value.entries:
                self.found.say((*here, "site"), value.keys["site"], faults.SITE_TOO, CENTRES)
        return {site: value for site, value in node.entries.items() if isinstance(value, Table)}

    def _named(self, table: Table, lists: tuple[str, ...]) -> Table:
        """A section in whose lists the name of an entry for each site means all of its centres."""
        out = replace(table, entries={**table.entries})
        for key, entry in table.entries.items():
            if isinstance(entry, Table) and not entry.entries.keys().isdisjoint(lists):
                named = {name: self._ids(each) for name, each in entry.entries.items() if name in lists}
                out.entries[key] = replace(entry, entries={**entry.entries, **named})
        return out

    def _ids(self, node: Node) -> Node:
        if not isinstance(node, Sequence):
            return node
        items: list[Node] = []
        for item in node.items:
            if isinstance(item, Scalar) and (made := self._centres.get(str(item.value))):
                items += [replace(item, value=id_) for id_ in made]
            else:
                items.append(item)
        return replace(node, items=items)


def _asks(entry: Node, word: str) -> bool:
    """Whether an entry is for many, or looks as if it was meant to be."""
    words = {word, OVERRIDES} if word == EACH_SITE else {word}
    return isinstance(entry, Table) and not entry.entries.keys().isdisjoint(words)


def _filled(node: Table, sign: str, value: str) -> Table:
    """The same with a value for a sign in its texts."""
    return replace(node, entries={key: _with(each, sign, value) for key, each in node.entries.items()})


def _with(node: Node, sign: str, value: str) -> Node:
    if isinstance(node, Table):
        return _filled(node, sign, value)
    if isinstance(node, Sequence):
        return replace(node, items=[_with(each, sign, value) for each in node.items])
    if isinstance(node, Scalar) and isinstance(node.value, str) and sign in node.value:
        return replace(node, value=node.value.replace(sign, value))
    return node
