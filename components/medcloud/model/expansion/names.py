"""Names of workloads within a workload that is made for each tenant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from medcloud.model.expansion import faults
from medcloud.model.expansion.found import Found
from medcloud.model.expansion.sections import WORKLOADS
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Sequence, Table

NAMING = {"callers", "accepts", "calls", "depends_on", "servers", "masked", "pseudonymised"}
"""Lists that name workloads, in a workload, in one of its ports or in what it manages."""


@dataclass
class Names:
    """Whom a name means: the tenant's own workload, and never that of another tenant."""

    found: Found
    each: Mapping[str, list[str]]
    """Tenants of the entries that are made for each."""
    tenant: str | None
    """Whose workload it is that names others; None when it is made once."""

    def within(self, loc: Loc, node: Node, *, naming: bool = False) -> Node:
        """What stands at a location, with ids for names."""
        if isinstance(node, Table):
            entries = {
                key: self.within((*loc, key), value, naming=key in NAMING)
                for key, value in node.entries.items()
            }
            return replace(node, entries=entries)
        if isinstance(node, Sequence) and naming:
            items = [self._id((*loc, index), item) for index, item in enumerate(node.items)]
            return replace(node, items=items)
        return node

    def _id(self, loc: Loc, node: Node) -> Node:
        name = node.value if isinstance(node, Scalar) else None
        if not isinstance(node, Scalar) or not isinstance(name, str) or name not in self.each:
            return node
        having = self.each[name]
        if self.tenant is None:
            self.found.say(loc, node, faults.which(name, [f"{t}-{name}" for t in having]), WORKLOADS)
        elif self.tenant in having:
            return replace(node, value=f"{self.tenant}-{name}")
        else:
            self.found.say(loc, node, faults.no_sibling(name, self.tenant), WORKLOADS)
        return node
