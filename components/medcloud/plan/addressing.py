"""The region with its numbers turned into addresses: what every derivation stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_network

from medcloud.model import Region
from medcloud.model.families import of_balancer
from medcloud.plan.compute.placement import Placement, placements
from medcloud.plan.lock import Lock, LockRefused
from medcloud.plan.names import workload_labels
from medcloud.plan.network import VERSIONS, Flow, Version
from medcloud.plan.network.scheme import (
    Layout,
    Network,
    cloud_half,
    cloud_half_v6,
    cut,
    gateway,
    host_v4,
    host_v6,
    layout,
    subnet_length,
)
from medcloud.text import Text


@dataclass(frozen=True)
class Net:
    """A network's prefixes, and the hosts in them."""

    v4: tuple[Network, ...]
    """One or more, as the network grows by another; none in a network of IPv6 alone."""
    v6: Network | None
    """None in a network that exists without IPv6."""
    length: int
    """Prefix length of its v4 prefixes; hosts are numbered by it where there are none too."""

    @cached_property
    def layout(self) -> Layout:
        """How each v4 prefix is divided."""
        return layout(self.length)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Families of its rules; a network that exists without IPv6 has those all the same."""
        return VERSIONS if self.v4 else (6,)

    def vip(self, number: int) -> tuple[str, str]:
        """v4 and v6 address of a balancer."""
        return self._addresses(*self.layout.vip(number))

    def instance(self, number: int) -> tuple[str, str]:
        """v4 and v6 address of an instance; empty in a family that the network has not."""
        return self._addresses(*self.layout.instance(number))

    def _addresses(self, part: int, host: int) -> tuple[str, str]:
        v4 = host_v4(self.v4[part], host) if self.v4 else ""
        return v4, "" if self.v6 is None else host_v6(self.v6, part, host)

    @cached_property
    def gateways(self) -> tuple[tuple[str, ...], str | None]:
        """First address of each v4 prefix, and of the v6 prefix."""
        return tuple(map(gateway, self.v4)), None if self.v6 is None else gateway(self.v6)

    @cached_property
    def _prefixes(self) -> dict[int, tuple[str, ...]]:
        return {4: tuple(map(str, self.v4)), 6: () if self.v6 is None else (str(self.v6),)}

    def prefixes(self, version: int) -> tuple[str, ...]:
        """The prefixes of one address family, in CIDR notation."""
        return self._prefixes[version]

    def cloud(self, part: int, version: int) -> Network:
        """Where the cloud's own ports are, balancers' among them: half of a v4 prefix, or of the v6 hosts."""
        if version == 4 or self.v6 is None:
            return cloud_half(self.v4[part])
        return cloud_half_v6(self.v6)


@dataclass(frozen=True)
class Front:
    """Addresses at which a workload is called in one centre."""

    v4: tuple[str, ...]
    v6: tuple[str, ...]


class Ground:
    """Region, lock, placement and addresses, each looked up and computed once."""

    def __init__(self, region: Region, lock: Lock) -> None:
        self.region = region
        self.lock = lock
        self.placements = placements(region)
        self.placements_of: dict[str, list[Placement]] = {workload: [] for workload in region.workloads}
        for placement in self.placements:
            self.placements_of[placement.workload].append(placement)
        self.prefixes: Mapping[str, Network] = {
            key: ip_network(text) for key, text in lock.texts("prefixes").items()
        }
        self.networks = self._networks()
        """Nets by network key, in file order."""
        self.addresses: dict[Placement, tuple[tuple[str, str], ...]] = {
            placement: self._instances(placement) for placement in self.placements
        }
        """v4 and v6 of the instances of a placement."""

    @cached_property
    def _fronts(self) -> dict[Placement, Front]:
        return {placement: self._front(placement) for placement in self.placements}

    @cached_property
    def _labels(self) -> dict[Placement, Mapping[str, str]]:
        return {
            placement: workload_labels(self.region, placement.centre, placement.workload)
            for placement in self.placements
        }

    def is_outside(self, name: str) -> bool:
        """Whether one side of a flow is no workload: a partner, a LAN, the intranet or the Internet."""
        return name not in self.region.workloads

    def labels(self, placement: Placement) -> Mapping[str, str]:
        """What everything of a workload in a centre carries."""
        return self._labels[placement]

    def front(self, placement: Placement) -> Front:
        """Where the workload is called in that centre: its balancer, or its instances."""
        return self._fronts[placement]

    def front_of(self, placement: Placement, flow: Flow) -> Front:
        """Where a flow into the workload ends in that centre: a balancer need not take every port."""
        return self._fronts[placement] if flow.front != "none" else self.instances_of(placement)

    def _front(self, placement: Placement) -> Front:
        if placement.balanced:
            v4, v6 = self.vip(placement)
            return Front((v4,) if v4 else (), (v6,) if v6 else ())
        return self.instances_of(placement)

    def instances_of(self, placement: Placement) -> Front:
        """The addresses of its own instances."""
        pairs = self.addresses[placement]
        return Front(tuple(v4 for v4, _ in pairs if v4), tuple(v6 for _, v6 in pairs if v6))

    def vip(self, placement: Placement) -> tuple[str, str]:
        """v4 and v6 address of the balancer of a placement that has one; empty in a family without one."""
        v4, v6 = self.networks[placement.network].vip(self.number("vips", placement.key))
        families = self.vip_versions(placement)
        return v4 if 4 in families else "", v6 if 6 in families else ""

    def vip_versions(self, placement: Placement) -> tuple[Version, ...]:
        """Address families of the balancer of a placement."""
        return of_balancer(self.region, placement.centre, placement.workload)

    def number(self, section: str, key: str) -> int:
        """What the lock holds for a key; LockRefused when it holds nothing."""
        try:
            return self.lock.section(section)[key]
        except KeyError:
            raise LockRefused(
                "region.lock.yaml",
                0,
                Text(f"没有 {section}/{key} 的编号", f"no number for {section}/{key}"),
                Text("运行 medcloud plan --write", "run: medcloud plan --write"),
            ) from None

    def _instances(self, placement: Placement) -> tuple[tuple[str, str], ...]:
        net = self.networks[placement.network]
        keys = (f"{placement.key}/{n}" for n in range(placement.instances))
        return tuple(net.instance(self.number("instances", key)) for key in keys)

    def _networks(self) -> dict[str, Net]:
        parts: dict[str, dict[int, int]] = {}
        for key, index in self.lock.section("subnets").items():
            network, _, part = key.rpartition("/")
            parts.setdefault(network, {})[int(part)] = index
        return {
            placement.network: self._net(placement, parts.get(placement.network, {}))
            for placement in {s.network: s for s in self.placements}.values()
        }

    def _net(self, placement: Placement, parts: Mapping[int, int]) -> Net:
        found = self.region.centres[placement.centre].network(placement.tenant, placement.domain)
        if found is not None:
            return Net((found.ipv4,), found.ipv6, found.ipv4.prefixlen)
        first = self.number("subnets", f"{placement.network}/0")
        v4, v6 = self.prefixes[f"{placement.centre}/4"], self.prefixes[f"{placement.centre}/6"]
        length = subnet_length(v4)
        own = tuple(cut(v4, length, parts[n]) for n in sorted(parts))
        six_alone = self.region.tenants[placement.tenant].ip == "v6"
        return Net(() if six_alone else own, cut(v6, subnet_length(v6), first), length)
