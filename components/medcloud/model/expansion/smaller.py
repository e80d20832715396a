"""``only`` and ``without`` of an environment: the tenants and workloads that a test has, of many.

What a tenant that is left out calls or is called by is let go with it: the environment says so by leaving it
out. A workload that is chosen and needs one that is not chosen is refused, until ``without`` names that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from medcloud.model.expansion import faults
from medcloud.model.expansion.chosen import Chosen, named
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.sections import ids, tables
from medcloud.text import Text
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table, below

ONLY, WITHOUT = "only", "without"
_CHOOSING = ("tenants", "workloads")
_NEEDING = ("calls", "depends_on")


@dataclass
class Smaller:
    """What one environment has of a region that is written out."""

    root: Table
    env: Table
    found: Found
    loc: Loc

    @cached_property
    def tenants(self) -> Collection[str]:
        """Ids of the tenants that it has."""
        node = below(self.env.entries.get(ONLY), "tenants")
        chosen = Chosen(self.root, self.found)
        if node is None:
            return ids(self.root, "tenants")
        return chosen.tenants(node, (*self.loc, ONLY, "tenants"))

    def has(self, workload: str) -> bool:
        """Whether it has a workload, as far as tenants and workloads are chosen."""
        chosen = self._listed(below(self.env.entries.get(ONLY), "workloads"))
        left_out = self._listed(self.env.entries.get(WITHOUT)) or ()
        by_name = (chosen is None or self._is_in(workload, chosen)) and not self._is_in(workload, left_out)
        return self._has_tenant_of(workload) and by_name

    def has_tenant(self, tenant: str) -> bool:
        """Whether it has a tenant; there may be none written at all."""
        return not ids(self.root, "tenants") or tenant in self.tenants

    def check(self) -> None:
        """Says what is wrong with the choice."""
        only = self.env.entries.get(ONLY)
        if only is not None and (not isinstance(only, Table) or not only.entries):
            self.found.say((*self.loc, ONLY), only, faults.ONLY)
        words = only.keys if isinstance(only, Table) else {}
        for key in sorted(words.keys() - {*_CHOOSING}):
            self.found.say((*self.loc, ONLY, key), words[key], faults.no_word(key, _CHOOSING))
        _ = self.tenants  # whose choice says itself what is wrong with it
        self._check_names((*self.loc, ONLY, "workloads"), below(only, "workloads"))
        self._check_names((*self.loc, WITHOUT), self.env.entries.get(WITHOUT))
        self._check_changes()
        if (chosen := below(only, "workloads")) is not None:
            for workload, needed in self._needs():
                self.found.say((*self.loc, ONLY, "workloads"), chosen, faults.needs(workload, needed))

    def _check_names(self, loc: Loc, node: Node | None) -> None:
        if node is None:
            return
        if not isinstance(node, Sequence) or not node.items:
            self.found.say(loc, node, faults.WORKLOADS)
            return
        known = ids(self.root, "workloads")
        for index, item in enumerate(node.items):
            name = item.value if isinstance(item, Scalar) else ""
            if not any(self._is_in(workload, (name,)) for workload in known):
                words = faults.no_tenant(name, Text("workloads ", "workloads"), known)
                self.found.say((*loc, index), item, words)

    def _check_changes(self) -> None:
        """What differs in the environment is in it."""
        for section in _CHOOSING:
            changed = self.env.entries.get(section)
            if not isinstance(changed, Table):
                continue
            for id_ in changed.keys.keys() & {*ids(self.root, section)}:
                there = self.has_tenant(id_) if section == "tenants" else self.has(id_)
                if not there:
                    self.found.say((*self.loc, section, id_), changed.keys[id_], faults.left_out(id_))

    def _needs(self) -> Iterator[tuple[str, list[str]]]:
        """Workloads that it has, with those of its tenants that they call and it has not."""
        without = self._listed(self.env.entries.get(WITHOUT)) or ()
        every = {id_: node for id_, node in tables(self.root, "workloads") if self._has_tenant_of(id_)}
        gone = {id_ for id_ in every if not self.has(id_) and not self._is_in(id_, without)}
        callers = {id_: _names(every[id_], ("callers",)) for id_ in gone}
        for id_ in filter(self.has, every):
            called = _names(every[id_], _NEEDING) & gone
            called |= {other for other, named_there in callers.items() if id_ in named_there}
            if called:
                yield id_, [other for other in every if other in called]

    def _has_tenant_of(self, workload: str) -> bool:
        tenant = self._tenant_of(workload)
        return tenant is None or self.has_tenant(tenant)

    def _tenant_of(self, workload: str) -> str | None:
        own = below(below(self.root.entries.get("workloads"), workload), "tenant")
        if isinstance(own, Scalar) and isinstance(own.value, str):
            return own.value
        return next(iter(ids(self.root, "tenants")), None)

    def _is_in(self, workload: str, names: Collection[object]) -> bool:
        """Whether a workload is named, by its id or by the name that it has with each tenant."""
        own = workload.removeprefix(f"{self._tenant_of(workload)}-")
        return workload in names or (own != workload and own in names)

    @staticmethod
    def _listed(node: Node | None) -> Collection[object] | None:
        return named(node) if isinstance(node, Sequence) else None


def without_tenants(node: Node, gone: Collection[str]) -> bool:
    """Whether a name chooses by a tenant that is left out: ``tenant:h02&kind:his``."""
    words = str(node.value).split("&") if isinstance(node, Scalar) else []
    return any(word.removeprefix("tenant:") in gone for word in words if word.startswith("tenant:"))


def _names(node: Node, keys: Collection[str]) -> set[str]:
    """What a workload and its ports name under these keys."""
    found: set[str] = set()
    for key, value in node.entries.items() if isinstance(node, Table) else ():
        if key in keys and isinstance(value, Sequence):
            found |= {str(name).partition("/")[0] for name in named(value)}
        elif isinstance(value, Table):
            found |= _names(value, keys)
    return found
