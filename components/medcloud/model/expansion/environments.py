"""``environments``: a test or a drill of the same region, from the same file, that touches nothing of it.

It has an id, names, prefixes and network identifiers of its own, and only what stands in its centres. What it
would share with production is left out: keys, certificates, projects, networks that exist, partners.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial

from medcloud.model.expansion import faults
from medcloud.model.expansion.apart import Apart
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.names import NAMING
from medcloud.model.expansion.sections import ENVIRONMENTS, ids, tables
from medcloud.model.expansion.smaller import ONLY, WITHOUT, Smaller, without_tenants
from medcloud.model.expansion.templates import merged, without
from medcloud.model.region import DATA, HIGHEST_TESTED, Region
from medcloud.text import Text
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table, below

_Change = Callable[[Table], Table]
_OURS = {"version", "data"}
_OWN: dict[str, tuple[str, ...]] = {
    "centres": ("ipv4", "ipv6", "networks"),
    "tenants": ("project", "quota", "was"),
    "domains": ("was",),
    "storage": ("capacity", "stored", "growth", "lasts_years"),
    "workloads": ("key", "certificate", "was"),
}
"""What entries of a section have in production alone."""


@dataclass
class Environments:
    """The environments of a region that is written out."""

    root: Table
    found: Found

    def check(self) -> None:
        """Says what is wrong with any of them, whichever is meant."""
        known = {*Region.model_fields} - _OURS | {"data", "centres", ONLY, WITHOUT}
        apart = Apart(self.root, self.found)
        for id_, env in self._entries():
            loc: Loc = (ENVIRONMENTS, id_)
            if id_ in ids(self.root, "centres"):
                self.found.say(loc, self._environments.keys[id_], faults.name_of_a_centre(id_))
            for key in sorted(env.entries.keys() - known):
                self.found.say((*loc, key), env.keys[key], faults.no_word(key, sorted(known)))
            data = env.entries.get("data")
            if not isinstance(data, Scalar) or data.value not in DATA:
                place = data or self._environments.keys[id_]
                self.found.say((*loc, "data"), place, faults.data(DATA))
            self._check_centres(loc, env)
            Smaller(self.root, env, self.found, loc).check()
            if below(env.entries.get("region"), "id") is not None:
                self.found.say((*loc, "region", "id"), env.keys["region"], faults.ID_OF_ITS_OWN)
            apart.check(loc, env, self._environments.keys[id_])

    def region(self, name: str) -> Table:
        """The region of an environment; production where there is none of that name, which is said."""
        env = dict(self._entries()).get(name)
        if env is None:
            known = [id_ for id_, _ in self._entries()]
            self.found.say((ENVIRONMENTS,), self.root, faults.no_environment(name, known))
            return self.root
        return _Made(self.root, name, env, Smaller(self.root, env, self.found, (ENVIRONMENTS, name))).region()

    @property
    def _environments(self) -> Table:
        node = self.root.entries.get(ENVIRONMENTS)
        return node if isinstance(node, Table) else Table(1, 1)

    def _entries(self) -> Iterator[tuple[str, Table]]:
        node = self.root.entries.get(ENVIRONMENTS)
        if node is not None and not isinstance(node, Table):
            self.found.say((ENVIRONMENTS,), node, faults.MAPPING)
        for id_, env in self._environments.entries.items():
            if isinstance(env, Table):
                yield id_, env
            else:
                self.found.say((ENVIRONMENTS, id_), env, faults.MAPPING)

    def _check_centres(self, loc: Loc, env: Table) -> None:
        node = env.entries.get("centres")
        if node is None:
            return
        known = ids(self.root, "centres")
        named = list(_named(node))
        if not named:
            self.found.say((*loc, "centres"), node, faults.CENTRES)
        for id_, place in named:
            if id_ not in known:
                words = faults.no_tenant(id_, Text("centres ", "centres"), known)
                self.found.say((*loc, "centres", id_), place, words)


@dataclass
class _Made:
    """One environment's region, step by step."""

    root: Table
    name: str
    env: Table
    smaller: Smaller

    def region(self) -> Table:
        """Production without what is not in it, and with what it has otherwise."""
        out = without(self.root, (ENVIRONMENTS, "partners"))
        for section, fields in _OWN.items():
            _each(out, section, partial(without, words=fields))
        _each(out, "tenants", _tenant)
        chosen = self.env.entries.get("centres")
        centres = ids(self.root, "centres")
        kept = centres if chosen is None else [id_ for id_, _ in _named(chosen) if id_ in centres]
        _keep(out, "centres", kept)
        _each(out, "pools", lambda pool: _pool(pool, kept))
        _keep(
            out, "pools", [id_ for id_, pool in tables(out, "pools") if _items(pool.entries.get("centres"))]
        )
        stay = [id_ for id_, each in tables(out, "workloads") if _stays(each, ids(out, "pools"), kept)]
        stay = [id_ for id_ in stay if self.smaller.has(id_)]
        absent = {id_ for id_ in ids(self.root, "tenants") if not self.smaller.has_tenant(id_)}
        self._leave_out(out, absent)
        gone = {*ids(self.root, "workloads"), *ids(self.root, "partners")}
        gone -= {*stay, *ids(self.env, "partners")}
        _keep(out, "workloads", stay)
        _each(out, "workloads", lambda each: self._workload(each, kept, gone, absent))
        networks = out.entries.get("networks")
        if isinstance(networks, Table):
            out.entries["networks"] = without(networks, ("ipv4", "ipv6", "vni"))
        self._rename(out)
        overlay = without(self.env, ("data", "centres", ONLY, WITHOUT))
        if isinstance(chosen, Table):
            overlay.entries["centres"], overlay.keys["centres"] = chosen, self.env.keys["centres"]
        out = merged(out, overlay)
        if (data := self.env.entries.get("data")) is not None:
            out.entries["data"], out.keys["data"] = data, self.env.keys["data"]
        return out

    def _leave_out(self, out: Table, tenants: Collection[str]) -> None:
        """Takes tenants out, of groups too; a group may be left with nobody."""
        if not tenants:
            return
        _keep(out, "tenants", [id_ for id_ in ids(out, "tenants") if id_ not in tenants])
        groups = out.entries.get("groups")
        if isinstance(groups, Table):
            kept = {id_: _without_items(node, tenants) for id_, node in groups.entries.items()}
            out.entries["groups"] = replace(groups, entries=kept)

    def _workload(
        self, entry: Table, centres: Collection[str], gone: Collection[str], absent: Collection[str]
    ) -> Table:
        out = _without_names(entry, gone, absent)
        for seats in ("centres", "home", "standby"):
            if isinstance(listed := out.entries.get(seats), Sequence):
                items = _among(listed, centres)
                out = _with(out, seats, replace(listed, items=items)) if items else without(out, (seats,))
        backup = out.entries.get("backup")
        place = _text(backup, "place") if isinstance(backup, Table) else None
        if len(centres) == 1 or (place is not None and place not in centres):
            out = without(out, ("backup",))  # there is nowhere to keep it
        return self._lowered(out)

    def _lowered(self, entry: Table) -> Table:
        """Data that are masked or made up are nobody's: they have the level of what may be known."""
        level = entry.entries.get("level")
        data = self.env.entries.get("data")
        if not isinstance(data, Scalar) or data.value == "real" or not isinstance(level, Scalar):
            return entry
        if not isinstance(level.value, int) or level.value <= HIGHEST_TESTED:
            return entry
        return _with(without(entry, ("domain",)), "level", replace(level, value=HIGHEST_TESTED))

    def _rename(self, out: Table) -> None:
        about = out.entries.get("region")
        if not isinstance(about, Table):
            return
        about = without(about, ("zone",))
        forms = {"id": f"{{}}-{self.name}", "name": f"{{}} ({self.name})", "domain": f"{self.name}.{{}}"}
        for field, form in forms.items():
            node = about.entries.get(field)
            if isinstance(node, Scalar) and isinstance(node.value, str):
                about = _with(about, field, replace(node, value=form.format(node.value)))
        out.entries["region"] = about


def _stays(workload: Table, pools: Collection[str], centres: Collection[str]) -> bool:
    """Whether a workload's pool is there, and one of its own centres, where it names any; and it serves."""
    own = _items(workload.entries.get("centres"))
    here = not own or any(isinstance(item, Scalar) and item.value in centres for item in own)
    return here and _text(workload, "pool") in pools and not _text(workload, "retire")


def _tenant(tenant: Table) -> Table:
    """A tenant whose LAN is known, and not joined a second time."""
    lan = tenant.entries.get("lan")
    if not isinstance(lan, Table):
        return tenant
    return _with(tenant, "lan", without(lan, tuple(lan.entries.keys() - {"prefixes"})))


def _pool(pool: Table, centres: Collection[str]) -> Table:
    """A pool in the centres that are kept, and its hosts, where they are counted by centre."""
    listed = pool.entries.get("centres")
    if isinstance(listed, Sequence):
        items = _among(listed, centres)
        pool = _with(pool, "centres", replace(listed, items=items))
    return _hosts(pool, centres)


def _hosts(node: Table, centres: Collection[str]) -> Table:
    hosts = node.entries.get("hosts")
    if isinstance(hosts, Table):
        node = _with(node, "hosts", without(hosts, tuple(hosts.entries.keys() - {*centres})))
    models = node.entries.get("models")
    if isinstance(models, Table):
        own = {key: _hosts(m, centres) if isinstance(m, Table) else m for key, m in models.entries.items()}
        node = _with(node, "models", replace(models, entries=own))
    return node


def _without_items(node: Node, ids: Collection[str]) -> Node:
    if not isinstance(node, Sequence):
        return node
    return replace(node, items=[i for i in node.items if not (isinstance(i, Scalar) and i.value in ids)])


def _without_names(node: Table, gone: Collection[str], absent: Collection[str]) -> Table:
    """Without the names of workloads, partners and tenants that are not there, wherever it names any."""
    entries: dict[str, Node] = {}
    for key, value in node.entries.items():
        if key in NAMING and isinstance(value, Sequence):
            items = [i for i in value.items if not (isinstance(i, Scalar) and _bare(i.value) in gone)]
            entries[key] = replace(value, items=[i for i in items if not without_tenants(i, absent)])
        else:
            entries[key] = _without_names(value, gone, absent) if isinstance(value, Table) else value
    return replace(node, entries=entries)


def _among(listed: Sequence, ids: Collection[str]) -> list[Node]:
    """Those of a list that name one of these."""
    return [item for item in listed.items if isinstance(item, Scalar) and item.value in ids]


def _bare(name: object) -> str:
    """``insurance`` of ``insurance/query``."""
    return str(name).partition("/")[0]


def _with(table: Table, key: str, node: Node) -> Table:
    return replace(table, entries={**table.entries, key: node}, keys=dict(table.keys))


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _text(table: Table, key: str) -> object:
    node = table.entries.get(key)
    return node.value if isinstance(node, Scalar) else None


def _named(node: Node) -> Iterator[tuple[str, Node]]:
    """Ids of a list or of a mapping, with their places."""
    if isinstance(node, Table):
        yield from node.keys.items()
    for item in _items(node):
        yield str(item.value if isinstance(item, Scalar) else ""), item


def _each(root: Table, section: str, change: _Change) -> None:
    node = root.entries.get(section)
    if isinstance(node, Table):
        entries = {id_: change(e) if isinstance(e, Table) else e for id_, e in node.entries.items()}
        root.entries[section] = replace(node, entries=entries)


def _keep(root: Table, section: str, ids: Collection[str]) -> None:
    node = root.entries.get(section)
    if isinstance(node, Table):
        root.entries[section] = without(node, tuple(node.entries.keys() - {*ids}))
