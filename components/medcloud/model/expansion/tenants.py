"""``for_each_tenant``: one entry, a workload for each of several tenants."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from medcloud.model.expansion import faults
from medcloud.model.expansion.chosen import Chosen, named
from medcloud.model.expansion.found import Found, where
from medcloud.model.expansion.names import Names
from medcloud.model.expansion.sections import EACH, OVERRIDES, WORKLOADS
from medcloud.model.expansion.templates import merged, without
from medcloud.text import Text
from medcloud.text.reading.tree import Node, Scalar, Table


@dataclass
class PerTenant:
    """The workloads of a region, those for each tenant written out."""

    root: Table
    found: Found
    owners: dict[str, str] = field(default_factory=dict)
    """Tenant of each workload that was made, by its id."""

    def write_out(self, table: Table) -> Table:
        """The section with a workload for each tenant where an entry asks for it."""
        chosen = Chosen(self.root, self.found)
        each = {key: self._tenants(key, entry, chosen) for key, entry in _asking(table)}
        if not each:
            return table
        out = Table(table.line, table.column, file=table.file)
        placed = {key: node for key, node in table.keys.items() if key not in each}
        for key, entry in table.entries.items():
            if key not in each:
                out.entries[key] = Names(self.found, each, None).within((WORKLOADS, key), entry)
                out.keys[key] = table.keys[key]
                continue
            for tenant, one in self._made(key, entry, each[key]):
                id_ = f"{tenant}-{key}"
                self.found.grow(one)
                if id_ in placed:
                    words = faults.clash(id_, where(placed[id_]), tenant, key)
                    self.found.say((WORKLOADS, key), table.keys[key], words, WORKLOADS)
                    continue
                out.entries[id_] = Names(self.found, each, tenant).within((WORKLOADS, key), one)
                out.keys[id_] = placed[id_] = replace(table.keys[key], value=id_)
                self.owners[id_] = tenant
        return out

    def _tenants(self, key: str, entry: Table, chosen: Chosen) -> list[str]:
        if EACH in entry.entries:
            return chosen.tenants(entry.entries[EACH], (WORKLOADS, key, EACH))
        self.found.say((WORKLOADS, key, OVERRIDES), entry.keys[OVERRIDES], faults.OVERRIDES_ALONE, WORKLOADS)
        return []

    def _made(self, key: str, entry: Node, tenants: Collection[str]) -> Iterator[tuple[str, Table]]:
        if not isinstance(entry, Table) or EACH not in entry.entries:
            return
        differing = self._overrides(key, entry, tenants)
        common = without(entry, (EACH, OVERRIDES))
        for tenant in tenants:
            one = _before(common, tenant)
            one = merged(one, differing[tenant]) if tenant in differing else one
            own: Node = replace(entry.keys[EACH], value=tenant)
            entries, keys = {**one.entries, "tenant": own}, {**one.keys, "tenant": entry.keys[EACH]}
            yield tenant, replace(one, size=one.size + 2, entries=entries, keys=keys)

    def _overrides(self, key: str, entry: Table, tenants: Collection[str]) -> dict[str, Table]:
        """What a tenant's own workload has otherwise, by tenant."""
        node, loc = entry.entries.get(OVERRIDES), (WORKLOADS, key, OVERRIDES)
        if node is None:
            return {}
        if not isinstance(node, Table):
            self.found.say(loc, node, faults.MAPPING, WORKLOADS)
            return {}
        asked = named(entry.entries[EACH])
        for tenant, value in node.entries.items():
            if tenant not in tenants and tenant not in asked:
                words = faults.no_tenant(tenant, Text("for_each_tenant ", EACH), tenants)
                self.found.say((*loc, tenant), node.keys[tenant], words, WORKLOADS)
            elif not isinstance(value, Table):
                self.found.say((*loc, tenant), value, faults.MAPPING, WORKLOADS)
            elif "tenant" in value.entries:
                self.found.say((*loc, tenant, "tenant"), value.keys["tenant"], faults.TENANT_TOO, WORKLOADS)
        return {tenant: value for tenant, value in node.entries.items() if isinstance(value, Table)}


def _before(entry: Table, tenant: str) -> Table:
    """An entry whose former key is that of the tenant's own workload."""
    was = entry.entries.get("was")
    if not isinstance(was, Scalar) or not isinstance(was.value, str):
        return entry
    return replace(entry, entries={**entry.entries, "was": replace(was, value=f"{tenant}-{was.value}")})


def _asking(table: Table) -> Iterator[tuple[str, Table]]:
    """Entries that are for several tenants, or look as if they were meant to be."""
    for key, value in table.entries.items():
        if isinstance(value, Table) and not value.entries.keys().isdisjoint((EACH, OVERRIDES)):
            yield key, value
