"""The rules of a default-deny firewall for one site: what comes in, in the order in which it is asked."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .site import Site

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

ICMP4 = ("destination-unreachable", "echo-request", "time-exceeded", "parameter-problem")
ICMP6 = (
    *("destination-unreachable", "packet-too-big", "time-exceeded", "parameter-problem", "echo-request"),
    # without these a host has no neighbours, and no routers, over IPv6
    *("nd-router-solicit", "nd-router-advert", "nd-neighbor-solicit", "nd-neighbor-advert"),
)


@dataclass(frozen=True)
class Opening:
    """What is let in besides answers, loopback and needed ICMP."""

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
        """The source as firewalls print it; empty for everywhere."""
        if self.remote.prefixlen == 0:
            return ""
        single = self.remote.prefixlen == self.remote.max_prefixlen
        return str(self.remote.network_address) if single else str(self.remote)


def openings(site: Site, ssh_ports: tuple[int, ...]) -> tuple[Opening, ...]:
    """SSH from the administrators' prefixes, then the plan's ingress flows; each once."""
    return tuple(dict.fromkeys(_openings(site, ssh_ports)))


def _openings(site: Site, ssh_ports: tuple[int, ...]) -> Iterator[Opening]:
    for source in site.admin_sources:
        for port in ssh_ports:
            yield Opening(network(source), "tcp", port)
    for flow in site.flows:
        if flow.direction == "ingress":
            yield Opening(network(flow.remote), flow.protocol, flow.port)


def network(prefix: str) -> Network:
    """A prefix or an address; host bits are dropped."""
    return ipaddress.ip_network(prefix, strict=False)


def nft(found: tuple[Opening, ...]) -> tuple[str, ...]:
    """Rules of the input chain, as nft itself prints them."""
    return (
        "ct state established,related accept",
        'iifname "lo" accept',
        "ct state invalid drop",
        *(f"icmp type {name} accept" for name in ICMP4),
        *(f"icmpv6 type {name} accept" for name in ICMP6),
        # answers of DHCP come to addresses that no connection was opened from
        "udp sport 67 udp dport 68 accept",
        "ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept",
        *(_nft(one) for one in found),
    )


def _nft(one: Opening) -> str:
    family = "ip6" if one.v6 else "ip"
    source = f"{family} saddr {one.where} " if one.where else f"meta nfproto ipv{6 if one.v6 else 4} "
    if one.protocol == "icmp":
        return f"{source}meta l4proto {'ipv6-icmp' if one.v6 else 'icmp'} accept"
    return (
        source
        + (f"{one.protocol} dport {one.port}" if one.port else f"meta l4proto {one.protocol}")
        + " accept"
    )


def iptables(found: tuple[Opening, ...], *, v6: bool) -> tuple[str, ...]:
    """Rules of our chain, as iptables-save prints them; the last one drops."""
    icmp = (
        [
            f"-p ipv6-icmp -m icmp6 --icmpv6-type {number} -j ACCEPT"
            for number in (1, 2, 3, 4, 128, 133, 134, 135, 136)
        ]
        if v6
        else [f"-p icmp -m icmp --icmp-type {number} -j ACCEPT" for number in (3, 8, 11, 12)]
    )
    dhcp = (
        "-s fe80::/10 -p udp -m udp --sport 547 --dport 546 -j ACCEPT"
        if v6
        else "-p udp -m udp --sport 67 --dport 68 -j ACCEPT"
    )
    return (
        "-m state --state RELATED,ESTABLISHED -j ACCEPT",
        "-i lo -j ACCEPT",
        *icmp,
        dhcp,
        *(_iptables(one) for one in found if one.v6 == v6),
        "-j DROP",
    )


def _iptables(one: Opening) -> str:
    source = f"-s {one.remote} " if one.remote.prefixlen else ""
    if one.protocol == "icmp":
        return f"{source}-p {'ipv6-icmp' if one.v6 else 'icmp'} -j ACCEPT"
    port = f" -m {one.protocol} --dport {one.port}" if one.port else ""
    return f"{source}-p {one.protocol}{port} -j ACCEPT"
