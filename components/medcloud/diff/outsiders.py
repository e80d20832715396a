"""Who is behind a range outside the region: a partner, the LAN of a tenant, or nobody that the file names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medcloud.diff.pair import Pair
from medcloud.diff.ranges import Network, inside
from medcloud.plan.network import OutsidePlan
from medcloud.text import Text


@dataclass(frozen=True)
class Outsider:
    """Ranges that are one institution's."""

    id: str
    """A partner's id or ``lan:tenant``, as flows name it; empty where the file names nobody."""
    said: Text
    """What people call it; empty as well."""
    ranges: tuple[Network, ...]


def outsiders(pair: Pair, ranges: tuple[Network, ...]) -> Iterator[Outsider]:
    """The ranges by whose they are, each in its order; whose they were where they are nobody's any more."""
    found: dict[str, tuple[Text, list[Network]]] = {}
    for network in ranges:
        owner = next((each for prefix, each in pair.outside if inside(network, prefix)), None)
        id_, said = (owner.id, _said(pair, owner)) if owner else ("", Text("", ""))
        found.setdefault(id_, (said, []))[1].append(network)
    for id_, (said, own) in found.items():
        yield Outsider(id_, said, tuple(own))


def _said(pair: Pair, owner: OutsidePlan) -> Text:
    if owner.tenant:
        name = pair.name("tenants", owner.tenant)
        return Text(f"{name} 的院内网", f"the LAN of {name}")
    name = pair.name("partners", owner.id)
    return Text(f"合作方 {name}", f"partner {name}")
