"""Which tenants ``for_each_tenant`` means: all, some, or those of a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from medcloud.model.expansion import faults
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.sections import WORKLOADS
from medcloud.model.region import Region
from medcloud.text import Text
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

_GROUP = "group:"


@dataclass
class Chosen:
    """Reads the choice by the tenants and groups of a region; what is wrong is said."""

    root: Table
    found: Found

    def tenants(self, node: Node, loc: Loc) -> list[str]:
        """Ids of tenants, each once, in the order in which they are named."""
        if isinstance(node, Scalar) and node.value == "all":
            return [*self._known]
        if not isinstance(node, Sequence):
            return self._named(node, loc)
        if not node.items:
            self.found.say(loc, node, faults.NO_TENANTS, WORKLOADS)
        named = [self._named(item, (*loc, index)) for index, item in enumerate(node.items)]
        return [*dict.fromkeys(tenant for some in named for tenant in some)]

    def _named(self, node: Node, loc: Loc) -> list[str]:
        name = node.value if isinstance(node, Scalar) else None
        if not isinstance(name, str):
            self.found.say(loc, node, faults.TENANTS, WORKLOADS)
        elif name.startswith(_GROUP):
            return self._members(name.removeprefix(_GROUP), node, loc)
        elif name in self._known:
            return [name]
        else:
            words = faults.no_tenant(name, Text("tenants ", "tenants"), self._known)
            self.found.say(loc, node, words, WORKLOADS)
        return []

    def _members(self, group: str, node: Node, loc: Loc) -> list[str]:
        groups = self.root.entries.get("groups")
        known = groups.entries if isinstance(groups, Table) else {}
        if group not in known and "groups" in self.found.doubtful:
            return []  # a file that holds it may be the one that is not there
        if group not in known:
            self.found.say(loc, node, faults.no_tenant(group, Text("groups ", "groups"), known), WORKLOADS)
            return []
        members = known[group]
        listed = named(members)
        if not listed:
            self.found.say(loc, node, faults.NO_TENANTS, WORKLOADS)
        return [tenant for tenant in self._known if tenant in listed]

    @cached_property
    def _known(self) -> Mapping[str, object]:
        tenants = self.root.entries.get("tenants")
        return tenants.entries if isinstance(tenants, Table) else Region.model_fields["tenants"].default


def named(node: Node) -> set[object]:
    """What a list names, whether or not it is there."""
    items = node.items if isinstance(node, Sequence) else [node]
    return {item.value for item in items if isinstance(item, Scalar)}
