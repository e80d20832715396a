"""Subnets of a centre. A network has one or more; it gets another when its hosts no longer fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from medcloud.plan.lock.scope import Numbers
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.network.scheme import Network, cut, subnet_length, subnets_in
from medcloud.plan.refused import PlanRefused
from medcloud.standard.prefixes import overlap
from medcloud.text import Text


class Subnets:
    """Which subnets each network has; grows them."""

    def __init__(
        self, demand: Demand, prefixes: Mapping[str, Network], scopes: dict[str, Numbers], serial: int
    ) -> None:
        self._prefixes = prefixes
        self._scopes = scopes
        self._foreign: tuple[Network, ...] = (
            *demand.reserved,
            *(p for pair in demand.existing.values() for p in pair if p is not None),
        )
        own = [network for network in demand.networks if network not in demand.existing]
        self._free(set(demand.centres), set(own), serial)
        self.count: dict[str, int] = defaultdict(int)
        """Subnets by network; 0 for a network that exists, whose prefix is not ours."""
        for numbers in scopes.values():
            for key in numbers.held:
                network, _, position = key.rpartition("/")
                self.count[network] = max(self.count[network], int(position) + 1)
        for network in own:
            self.reach(network, 1)

    def grow(self, network: str) -> bool:
        """Gives a network one more subnet; False when its centre has none left."""
        if not self._serve(f"{network}/{self.count[network]}"):
            return False
        self.count[network] += 1
        return True

    def reach(self, network: str, count: int) -> None:
        """Gives a network all of its first so many subnets; PlanRefused when its centre has none left."""
        self.count[network] = max(self.count[network], count)
        for position in range(self.count[network]):
            if not self._serve(f"{network}/{position}"):
                raise full(network, self.prefix(network))

    def _serve(self, key: str) -> bool:
        numbers = self._scopes[key.partition("/")[0]]
        return key in numbers.held or numbers.fresh(key) or numbers.rested(key)

    def prefix(self, network: str) -> Network:
        """The v4 prefix of the network's centre."""
        return self._prefixes[network.partition("/")[0] + "/4"]

    def _free(self, centres: set[str], networks: set[str], serial: int) -> None:
        for centre in list(self._scopes):
            if centre not in centres:
                del self._scopes[centre]  # its whole prefix rests
        for centre in centres:
            v4, v6 = self._prefixes[f"{centre}/4"], self._prefixes[f"{centre}/6"]
            numbers = self._scopes[centre]
            numbers.limit = min(subnets_in(v4), subnets_in(v6))
            numbers.usable = self._clear(v4, v6)
            gone = {key for key in numbers.held if key.rpartition("/")[0] not in networks}
            numbers.free(set(numbers.held) - gone, serial)
            self._check_standing(numbers)

    def _clear(self, v4: Network, v6: Network) -> Callable[[int], bool]:
        foreign = [p for p in self._foreign if overlap(p, v4) or overlap(p, v6)]

        def clear(index: int) -> bool:
            own = [cut(p, subnet_length(p), index) for p in (v4, v6)] if foreign else []
            return not any(overlap(a, b) for a in own for b in foreign)

        return clear

    def _check_standing(self, numbers: Numbers) -> None:
        for key, index in numbers.held.items():
            if not numbers.usable(index):
                raise PlanRefused(
                    "networks.reserved",
                    Text(
                        f"保留网段或已有网络与在用子网 {key} 重叠",
                        f"a reserved prefix or an existing network overlaps subnet {key}, which is in use",
                    ),
                    Text("缩小它", "make it smaller"),
                )


def full(network: str, prefix: Network) -> PlanRefused:
    """What to say when a centre has no subnet left."""
    centre = network.partition("/")[0]
    return PlanRefused(
        f"centres.{centre}",
        Text(
            f"中心 {centre} 的 {prefix} 已满，{network} 无地址可用",
            f"{prefix} of centre {centre} is full; no address is left for {network}",
        ),
        Text(
            "把新业务放到另一个中心或资源池；新区域请用更大的 networks.ipv4",
            "place new workloads in another centre or pool; give a new region a larger networks.ipv4",
        ),
    )
