"""Prefixes and network identifiers of an environment are its own: none is production's or another's."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_network

from medcloud.model.expansion import faults
from medcloud.model.expansion.found import Found
from medcloud.model.networks import Networks
from medcloud.standard.prefixes import Network, overlap
from medcloud.text.reading.problem import Loc
from medcloud.text.reading.tree import Node, Scalar, Table, below

_Range = tuple[int, int]
_DEFAULT = Networks()


@dataclass
class Apart:
    """What is taken, with whose it is; each environment that is checked takes its own."""

    root: Table
    found: Found
    _nets: list[tuple[str, Network]] = field(default_factory=list)
    _ranges: list[tuple[str, _Range]] = field(default_factory=list)

    def __post_init__(self) -> None:
        networks = self.root.entries.get("networks")
        for name in ("ipv4", "ipv6"):
            self._nets.append(("networks", _net(below(networks, name)) or getattr(_DEFAULT, name)))
        self._ranges.append(("networks", _range(below(networks, "vni"))))
        centres = self.root.entries.get("centres")
        for id_, centre in centres.entries.items() if isinstance(centres, Table) else ():
            for name in ("ipv4", "ipv6"):
                if (net := _net(below(centre, name))) is not None:
                    self._nets.append((f"centres.{id_}", net))

    def check(self, loc: Loc, env: Table, place: Node) -> None:
        """Says what an environment lacks or shares."""
        networks = env.entries.get("networks")
        where = (*loc, "networks")
        for name in ("ipv4", "ipv6"):
            node = below(networks, name)
            if node is None:
                self.found.say(where, place if networks is None else networks, faults.own_networks(name))
                return
            net = _net(node)
            if net is None:
                continue  # the field says what is wrong, once the environment is chosen
            for owner, taken in self._nets:
                if overlap(net, taken):
                    self.found.say((*where, name), node, faults.shared(str(net), f"{taken} ({owner})"))
                    break
            self._nets.append((f"environments.{loc[-1]}", net))
        own = _range(below(networks, "vni"))
        for owner, (first, last) in self._ranges:
            if own[0] <= last and first <= own[1]:
                node = below(networks, "vni") or networks or place
                words = faults.shared(f"VNI {own[0]}-{own[1]}", f"{first}-{last} ({owner})")
                self.found.say((*where, "vni"), node, words)
                break
        self._ranges.append((f"environments.{loc[-1]}", own))


def _net(node: Node | None) -> Network | None:
    try:
        return ip_network(str(node.value)) if isinstance(node, Scalar) else None
    except ValueError:
        return None


def _range(node: Node | None) -> _Range:
    return _number(node, "first", _DEFAULT.vni.first), _number(node, "last", _DEFAULT.vni.last)


def _number(node: Node | None, key: str, default: int) -> int:
    found = below(node, key)
    return found.value if isinstance(found, Scalar) and isinstance(found.value, int) else default
