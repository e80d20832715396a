"""Networks of a centre: one a tenant and security domain, and what may pass between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from medcloud.model.lan import tenant_of_lan
from medcloud.model.masking import Treatment
from medcloud.model.services import Front, Transport

Version = Literal[4, 6]
"""Address family."""
VERSIONS: tuple[Version, ...] = (4, 6)
Direction = Literal["ingress", "egress"]
"""As seen from what the rule belongs to."""
DIRECTIONS: tuple[Direction, ...] = ("ingress", "egress")
Action = Literal["allow", "deny"]
Protocol = Literal["tcp", "udp", "icmp", "any"]
RecordType = Literal["A", "AAAA"]
Algorithm = Literal["LEAST_CONNECTIONS"]
"""How a balancer chooses, as octavia names it."""
TlsVersion = Literal["TLSv1.3"]
"""As octavia names it; nothing older is planned (7.2.1-b)."""
Encryption = Literal["aes-256"]
Integrity = Literal["sha256"]
Group = Literal["group14"]
"""Diffie-Hellman group, also for perfect forward secrecy."""


@dataclass(frozen=True, slots=True)
class SubnetPlan:
    """One prefix of a network."""

    cidr: str
    """CIDR notation, v4 or v6."""
    gateway: str
    """The first usable address; the router's."""
    version: Version
    pool: tuple[str, str] | None = None
    """First and last address that the cloud may give to ports of its own; all others are planned."""


@dataclass(frozen=True, slots=True)
class DomainPlan:
    """A security domain of one tenant in one centre: a network of its own (6.1.3-b)."""

    key: str
    """Stable key in the lock, ``centre/tenant/domain``."""
    id: str
    """The domain's id in the region file."""
    centre: str
    tenant: str
    name: str
    """Resource name by docs/conventions.md."""
    vni: int
    """VXLAN network identifier, unique in the region."""
    segments: bool
    """Whether the VNI is set on the cloud's network (needs an administrator) or only on the fabric."""
    subnets: tuple[SubnetPlan, ...]
    """The first v4 prefix, the v6 prefix, then further v4 prefixes of a network that outgrew its first.
    A network of IPv6 alone has that one."""
    exposed: bool
    """Whether workloads in it may be reached from outside the region."""
    existing: str | None
    """Name of a network that exists already; it is used, never changed."""
    labels: Mapping[str, str]
    described: str = ""
    """What people call it, where descriptions in the cloud say so."""


@dataclass(frozen=True, slots=True)
class RulePlan:
    """One rule of a workload's security group; everything not named is dropped."""

    key: str
    """Stable key, unique in its group."""
    direction: Direction
    version: Version
    protocol: Transport
    port_min: int
    port_max: int
    remote: str
    """CIDR of the other side."""
    reason: str
    """Who asked for it, e.g. ``his calls emr``."""
    data: Treatment | None = None
    """What was done to all data that it lets through (C.3-c)."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A permitted conversation between workloads, as the region file declares it."""

    source: str
    """Id of a workload or partner, ``internet``, ``intranet`` or, of a tenant with a LAN, ``lan:tenant``."""
    target: str
    """Id of a workload or partner."""
    protocol: Transport
    port: int
    front: Front = "https"
    """How a balancer takes the port, where one stands before the target."""
    across: bool = True
    """Whether it goes from centre to centre too; among members, and into a local workload, it may not."""
    data: Treatment | None = None
    """What is done to the data before the caller gets them (C.3-c); None: they are as they are."""

    @property
    def among_members(self) -> bool:
        """Whether it is a workload's members that reach each other, past their balancer."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class OutsidePlan:
    """An institution's networks outside the region: a partner's, or the LAN of a tenant."""

    id: str
    """A partner's id, or ``lan:tenant``; flows name it so."""
    prefixes: tuple[str, ...]
    by: Literal["line", "vpn", "internet"]
    gateway: str | None
    """Outside address of its end of the VPN."""
    names: tuple[RecordPlan, ...] = ()
    """Record sets of its own names, each in a zone of that name alone."""

    @property
    def tenant(self) -> str | None:
        """The tenant whose LAN it is; None for a partner."""
        return tenant_of_lan(self.id)


@dataclass(frozen=True, slots=True)
class UnmadePlan:
    """Something that flows need between a network and another, or who is outside, and nobody here makes."""

    why: Literal["adopted", "no-vpn", "no-external"]
    """Its network exists and its owner routes it, two projects of a centre cannot be linked, or there is no
    external network by which who is outside is reached."""
    network: str
    """Key of the network."""
    other: str
    """Key of the other network, or who is outside."""
    adopted: str | None
    """Name of the network where it exists."""
    encrypted: bool
    """Whether it leads to another centre or through a VPN, so that its owner has to encrypt it (7.2.1-b)."""


@dataclass(frozen=True, slots=True)
class ListenerPlan:
    """One port of a balancer."""

    name: str
    """The port's name in the region file."""
    protocol: Front
    port: int
    member_port: int
    monitor_path: str
    """Asked for by HTTPS; other protocols are asked whether they answer."""
    allowed_cidrs: tuple[str, ...]
    """Who may connect; empty: nobody."""


@dataclass(frozen=True, slots=True)
class FirewallRule:
    """One rule of a domain's perimeter firewall; the last one denies (6.5-b)."""

    key: str
    action: Action
    version: Version
    protocol: Protocol
    source: str | None
    """CIDR, None for any."""
    destination: str | None
    port: str | None
    """A port or ``low:high``; None for any."""
    direction: Direction


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """An IPsec connection from a router to another, or to who is outside (7.2.1-b); each side has its own."""

    key: str
    """``local-peer``, e.g. ``c1-r1``."""
    name: str
    """Resource name by docs/conventions.md."""
    local: str
    """Id of its centre."""
    peer: str
    """Id of the other centre, or of who is outside: a partner, ``lan:tenant``."""
    version: Version
    """Address family of the traffic carried."""
    local_cidrs: tuple[str, ...]
    peer_cidrs: tuple[str, ...]
    ike_encryption: Encryption
    ike_integrity: Integrity
    esp_encryption: Encryption
    esp_integrity: Integrity
    group: Group
    lifetime_seconds: int
    labels: Mapping[str, str]
    local_project: str = ""
    """Entry of clouds.yaml of the tenant's project whose router it ends at; empty: the centre's own."""
    peer_project: str = ""
    """The same of the other end."""
    gateway: str | None = None
    """Outside address of the other end where that is outside; None: the other router's."""

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends: centres, with the project where it is a tenant's own."""
        local, peer = (self.local, self.local_project), (self.peer, self.peer_project)
        return "/".join(filter(None, local)), "/".join(filter(None, peer))


@dataclass(frozen=True, slots=True)
class BalancerPlan:
    """The load balancer before a workload's instances in one centre."""

    name: str
    v4: str
    """The VIP; empty in a network of IPv6 alone."""
    port: int
    member_port: int
    tls_versions: tuple[TlsVersion, ...]
    algorithm: Algorithm
    monitor_path: str
    certificate: str | None
    """Name of a certificate container that exists in the key manager; None: the region's own."""
    floating: bool
    """Whether the VIP is reachable from outside."""
    allowed_cidrs: tuple[str, ...] = ()
    """Who may connect to the VIPs, v4 and v6: the callers that the region file names; empty: nobody."""
    protocol: Front = "https"
    """How it takes its first port."""
    more: tuple[ListenerPlan, ...] = ()
    """Its further ports."""
    v6: str = ""
    """The IPv6 VIP, of a balancer of its own in front of the same instances; empty where there is none."""

    @property
    def vips(self) -> tuple[str, ...]:
        """Its addresses."""
        return tuple(filter(None, (self.v4, self.v6)))

    @property
    def at(self) -> str:
        """Where it is called: an address, as a URL has it, and the first port."""
        return f"{self.v4 or f'[{self.v6}]'}:{self.port}"

    @property
    def listeners(self) -> tuple[ListenerPlan, ...]:
        """All its ports, the first one included."""
        cidrs = self.allowed_cidrs
        first = ListenerPlan("", self.protocol, self.port, self.member_port, self.monitor_path, cidrs)
        return (first, *self.more)


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """A DNS record set."""

    name: str
    """Fully qualified, with the final dot."""
    type: RecordType
    values: tuple[str, ...]
    ttl: int
    workload: str
    """Empty for a partner's name."""
