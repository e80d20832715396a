"""The rules of a default-deny firewall for one site: what comes in and goes out, in the order of asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from medcloud.hosts.case.surroundings import Network, Surroundings, network

Hook = Literal["input", "output"]

_NTP = 123
_EVERYWHERE = ("0.0.0.0/0", "::/0")
_ICMP4 = {"destination-unreachable": 3, "echo-request": 8, "time-exceeded": 11, "parameter-problem": 12}
_ICMP6 = {
    **{"destination-unreachable": 1, "packet-too-big": 2, "time-exceeded": 3, "parameter-problem": 4},
    # without these a host has no neighbours, and no routers, over IPv6
    **{"echo-request": 128, "nd-router-solicit": 133, "nd-router-advert": 134},
    **{"nd-neighbor-solicit": 135, "nd-neighbor-advert": 136},
}
_ICMP6_OUT = {**_ICMP6, "mld2-listener-report": 143}
"""Switches that snoop hand on neighbours' questions only to those who reported."""


@dataclass(frozen=True)
class Opening:
    """What is let through besides answers, loopback and needed ICMP."""

    remote: Network
    protocol: str
    """tcp, udp or icmp."""
    port: int | None = None
    """None: every port."""

    @property
    def v6(self) -> bool:
        """Whether it is about IPv6."""
        return self.remote.version == 6

    @property
    def where(self) -> str:
        """The other side as firewalls print it; empty for everywhere."""
        if self.remote.prefixlen == 0:
            return ""
        single = self.remote.prefixlen == self.remote.max_prefixlen
        return str(self.remote.network_address) if single else str(self.remote)


@dataclass(frozen=True)
class Chain:
    """One direction. What is no opening is dropped on its way in; on its way out its program is told so."""

    hook: Hook
    openings: tuple[Opening, ...]

    @property
    def _inward(self) -> bool:
        return self.hook == "input"

    def nft(self) -> tuple[str, ...]:
        """Rules as nft itself prints them."""
        icmp6 = _ICMP6 if self._inward else _ICMP6_OUT
        return (
            "ct state established,related accept",
            f'{"iifname" if self._inward else "oifname"} "lo" accept',
            "ct state invalid drop",
            *(f"icmp type {name} accept" for name in _ICMP4),
            *(f"icmpv6 type {name} accept" for name in icmp6),
            *_NFT_DHCP[self.hook],
            *(self._nft(one) for one in self.openings),
            *(() if self._inward else ("reject",)),
        )

    def _nft(self, one: Opening) -> str:
        family = "ip6" if one.v6 else "ip"
        side = "saddr" if self._inward else "daddr"
        remote = f"{family} {side} {one.where} " if one.where else ""
        if one.protocol == "icmp":
            return f"{remote}meta l4proto {'ipv6-icmp' if one.v6 else 'icmp'} accept"
        remote = remote or f"meta nfproto ipv{6 if one.v6 else 4} "
        port = f"{one.protocol} dport {one.port}" if one.port else f"meta l4proto {one.protocol}"
        return f"{remote}{port} accept"

    def iptables(self, *, v6: bool) -> tuple[str, ...]:
        """Rules of our chain, as iptables-save prints them; the last one takes what is left."""
        icmp6 = _ICMP6 if self._inward else _ICMP6_OUT
        icmp = (
            [f"-p ipv6-icmp -m icmp6 --icmpv6-type {number} -j ACCEPT" for number in icmp6.values()]
            if v6
            else [f"-p icmp -m icmp --icmp-type {number} -j ACCEPT" for number in _ICMP4.values()]
        )
        return (
            "-m state --state RELATED,ESTABLISHED -j ACCEPT",
            f"{'-i' if self._inward else '-o'} lo -j ACCEPT",
            *icmp,
            _IPTABLES_DHCP[self.hook, v6],
            *(self._iptables(one) for one in self.openings if one.v6 == v6),
            "-j DROP" if self._inward else f"-j REJECT --reject-with icmp{6 if v6 else ''}-port-unreachable",
        )

    def _iptables(self, one: Opening) -> str:
        side = "-s" if self._inward else "-d"
        remote = f"{side} {one.remote} " if one.remote.prefixlen else ""
        if one.protocol == "icmp":
            return f"{remote}-p {'ipv6-icmp' if one.v6 else 'icmp'} -j ACCEPT"
        port = f" -m {one.protocol} --dport {one.port}" if one.port else ""
        return f"{remote}-p {one.protocol}{port} -j ACCEPT"


# DHCP talks to addresses that no connection was opened from
_NFT_DHCP: dict[Hook, tuple[str, str]] = {
    "input": (
        "udp sport 67 udp dport 68 accept",
        "ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept",
    ),
    "output": ("udp sport 68 udp dport 67 accept", "udp sport 546 udp dport 547 accept"),
}
_IPTABLES_DHCP: dict[tuple[Hook, bool], str] = {
    ("input", False): "-p udp -m udp --sport 67 --dport 68 -j ACCEPT",
    ("input", True): "-s fe80::/10 -p udp -m udp --sport 547 --dport 546 -j ACCEPT",
    ("output", False): "-p udp -m udp --sport 68 --dport 67 -j ACCEPT",
    ("output", True): "-p udp -m udp --sport 546 --dport 547 -j ACCEPT",
}


def chains(surroundings: Surroundings, ssh_ports: tuple[int, ...]) -> tuple[Chain, ...]:
    """In: SSH from the administrators' prefixes and the plan's ingress flows.

    Out: the plan's egress flows, time sources and the log receiver; no chain where no flow says egress.
    """
    inward = Chain("input", tuple(dict.fromkeys(_inward(surroundings, ssh_ports))))
    if not any(flow.direction == "egress" for flow in surroundings.flows):
        return (inward,)
    return inward, Chain("output", tuple(dict.fromkeys(_outward(surroundings))))


def _inward(surroundings: Surroundings, ssh_ports: tuple[int, ...]) -> Iterator[Opening]:
    for source in surroundings.admin_sources:
        for port in ssh_ports:
            yield Opening(network(source), "tcp", port)
    yield from _flows(surroundings, "ingress")


def _outward(surroundings: Surroundings) -> Iterator[Opening]:
    yield from _flows(surroundings, "egress")
    for source in surroundings.time_sources:
        yield from _service(source, "udp", _NTP)
    receiver, port = surroundings.receiver
    if port.isdigit():
        yield from _service(receiver, "tcp", int(port))


def _flows(surroundings: Surroundings, direction: str) -> Iterator[Opening]:
    for flow in surroundings.flows:
        if flow.direction == direction:
            yield Opening(network(flow.remote), flow.protocol, flow.port)


def _service(host: str, protocol: str, port: int) -> Iterator[Opening]:
    """One port of one address; of a name, whose address may change, everywhere."""
    try:
        remotes = [network(host)]
    except ValueError:
        remotes = [network(prefix) for prefix in _EVERYWHERE]
    yield from (Opening(remote, protocol, port) for remote in remotes)
