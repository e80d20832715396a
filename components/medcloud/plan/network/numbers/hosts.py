"""Addresses in networks: balancers and instances."""

from __future__ import annotations

from medcloud.plan.lock.scope import REST, Numbers
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.network.numbers.subnets import Subnets, full
from medcloud.plan.network.scheme import layout, subnet_length
from medcloud.plan.refused import PlanRefused
from medcloud.text import Text


class Hosts:
    """Numbers what needs an address, and grows networks that are full."""

    def __init__(
        self, demand: Demand, subnets: Subnets, vips: dict[str, Numbers], instances: dict[str, Numbers]
    ) -> None:
        self._demand = demand
        self._subnets = subnets
        self._vips = vips
        self._instances = instances
        for network in demand.networks:
            self._stand(network)

    def serve(self) -> None:
        """Numbers every balancer and instance that has none; PlanRefused when a block is full."""
        for scopes, keys, parts in (
            (self._vips, self._demand.vips, 1),
            (self._instances, self._demand.instances, 2),
        ):
            for key in keys:
                network = key.rsplit("/", parts)[0]
                if key not in scopes[network].held:
                    self._serve(network, key, scopes[network])

    def _serve(self, network: str, key: str, numbers: Numbers) -> None:
        if numbers.fresh(key) or numbers.rested(key, more_than=REST):
            return
        if network not in self._demand.existing and self._subnets.grow(network):
            self._limit(network)
            numbers.fresh(key)
        elif not numbers.rested(key):
            raise self._full(network)

    def _stand(self, network: str) -> None:
        """Sees that what stands in a network has its subnets."""
        self._limit(network)
        pairs = ((self._vips[network], "vips"), (self._instances[network], "instances"))
        for numbers, division in pairs:
            highest = max(numbers.held.values(), default=0)
            if highest < numbers.limit:
                continue
            if network in self._demand.existing:
                raise self._full(network)
            size: int = getattr(layout(subnet_length(self._subnets.prefix(network))), division)
            self._subnets.reach(network, highest // size + 1)
            self._limit(network)

    def _limit(self, network: str) -> None:
        """Sets the limits by what the network's subnets hold."""
        existing = self._demand.existing.get(network)
        prefix = existing[0] if existing else None
        length = prefix.prefixlen if prefix else subnet_length(self._subnets.prefix(network))
        count = 1 if existing else self._subnets.count[network]
        self._vips[network].limit = count * layout(length).vips
        self._instances[network].limit = count * layout(length).instances

    def _full(self, network: str) -> PlanRefused:
        existing = self._demand.existing.get(network)
        if existing is None:
            return full(network, self._subnets.prefix(network))
        centre = network.partition("/")[0]
        return PlanRefused(
            f"centres.{centre}.networks",
            Text(
                f"已有网络的 {existing[0]} 容不下 {network} 的全部业务",
                f"{existing[0]} of the existing network does not hold all workloads of {network}",
            ),
            Text(
                "写出更大的网段，或让 medcloud 新建网络",
                "give a larger prefix of it, or let medcloud make the network",
            ),
        )
