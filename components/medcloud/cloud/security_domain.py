"""A security domain: one tenant's network of one protection class in one centre (6.1.3-b)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.existing import Existing
from medcloud.cloud.security_group import GroupArgs, security_group
from medcloud.standard import conventions
from medcloud.standard.decides import decides


class SubnetArgs(TypedDict):
    """One prefix of the network."""

    cidr: str
    """CIDR notation, v4 or v6."""
    gateway: str
    """The router's address."""
    version: int
    """4 or 6."""
    pool_first: NotRequired[str]
    """First address that the cloud may give out itself. Left out: any but the gateway."""
    pool_last: NotRequired[str]
    """Last such address; goes with `pool_first`."""


class SecurityDomainArgs(TypedDict):
    """What a security domain is made of."""

    subnets: list[SubnetArgs]
    """v4 and v6 prefixes. More may be appended; an order that stands is kept."""
    groups: NotRequired[list[GroupArgs]]
    """One security group a workload; what no rule names is dropped."""
    vni: NotRequired[int]
    """VXLAN network identifier to set on the network; needs an administrator. Left out: the cloud picks."""
    router_id: NotRequired[pulumi.Input[str]]
    """A router to attach to. Left out: the domain makes its own."""
    external_network_id: NotRequired[pulumi.Input[str]]
    """Gateway of the domain's own router. Left out: none."""
    existing: NotRequired[str]
    """Name of a network with these subnets that exists already, routed by its owner; it is not changed."""
    described: NotRequired[str]
    """What people call it, as its network's description. Left out: none."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


@decides("6.1.3-b")
class SecurityDomain(pulumi.ComponentResource):
    """A network with a v4 and a v6 subnet, router interfaces, and security groups that deny by default."""

    network_id: pulumi.Output[str]
    """Id of the network."""
    subnet_ids: pulumi.Output[dict[str, str]]
    """Subnet ids by CIDR, once their router interfaces are there."""
    group_ids: pulumi.Output[dict[str, str]]
    """Security group ids by group name."""
    router_port_ids: pulumi.Output[list[str]]
    """Ports of the router on this network, which a Firewall guards; none on an existing network."""

    def __init__(
        self, name: str, args: SecurityDomainArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("medcloud:index:SecurityDomain", name, {}, opts)
        self.subnets: dict[str, pulumi.Output[str]] = {}
        """Subnet ids by CIDR."""
        self.router_ports: list[pulumi.Output[str]] = []
        if existing := args.get("existing"):
            self._use(existing, args["subnets"])
        else:
            self._make(name, args)
        self.groups = {g["name"]: security_group(g, self).id for g in args.get("groups", [])}
        """Security group ids by group name."""
        self.subnet_ids = pulumi.Output.all(**self.subnets)
        self.group_ids = pulumi.Output.all(**self.groups)
        self.router_port_ids = pulumi.Output.all(*self.router_ports)
        self.register_outputs(
            {
                "networkId": self.network_id,
                "subnetIds": self.subnets,
                "groupIds": self.groups,
                "routerPortIds": self.router_ports,
            }
        )

    def _use(self, network: str, subnets: list[SubnetArgs]) -> None:
        existing = Existing(self)
        self.network_id = existing.network(network)
        for subnet in subnets:
            self.subnets[subnet["cidr"]] = existing.subnet(network, subnet["cidr"])

    def _make(self, name: str, args: SecurityDomainArgs) -> None:
        options = pulumi.ResourceOptions(parent=self)
        tags = conventions.tags(args["labels"])
        network = openstack.networking.Network(
            name,
            name=name,
            admin_state_up=True,
            description=args.get("described") or None,
            port_security_enabled=True,
            segments=_segments(args.get("vni")),
            tags=tags,
            opts=options,
        )
        self.network_id = network.id
        router_id = args.get("router_id") or self._router(name, args).id
        seen = {4: 0, 6: 0}
        for subnet in args["subnets"]:
            version = int(subnet["version"])
            further = f"-{seen[version]}" if seen[version] else ""
            self._subnet(f"{name}-v{version}{further}", subnet, router_id, tags)
            seen[version] += 1

    def _router(self, name: str, args: SecurityDomainArgs) -> openstack.networking.Router:
        return openstack.networking.Router(
            f"{name}-router",
            name=f"{name}-router",
            admin_state_up=True,
            external_network_id=args.get("external_network_id"),
            tags=conventions.tags(args["labels"]),
            opts=pulumi.ResourceOptions(parent=self),
        )

    def _subnet(self, name: str, subnet: SubnetArgs, router_id: pulumi.Input[str], tags: list[str]) -> None:
        options = pulumi.ResourceOptions(parent=self)
        version = int(subnet["version"])
        # Stateful: with SLAAC an address follows from the card, and the plan's could not be kept.
        mode = "dhcpv6-stateful" if version == 6 else None
        made = openstack.networking.Subnet(
            name,
            name=name,
            network_id=self.network_id,
            cidr=subnet["cidr"],
            gateway_ip=subnet["gateway"],
            ip_version=version,
            allocation_pools=_pools(subnet),
            ipv6_address_mode=mode,
            ipv6_ra_mode=mode,
            tags=tags,
            opts=options,
        )
        interface = openstack.networking.RouterInterface(
            f"{name}-interface", router_id=router_id, subnet_id=made.id, opts=options
        )
        # What needs the subnet routed (floating addresses, VPN) so comes after and goes before the interface.
        self.subnets[subnet["cidr"]] = interface.subnet_id
        self.router_ports.append(interface.port_id)


def _pools(subnet: SubnetArgs) -> list[openstack.networking.SubnetAllocationPoolArgs] | None:
    first, last = subnet.get("pool_first"), subnet.get("pool_last")
    if not first or not last:
        return None
    return [openstack.networking.SubnetAllocationPoolArgs(start=first, end=last)]


def _segments(vni: int | None) -> list[openstack.networking.NetworkSegmentArgs] | None:
    if vni is None:
        return None
    return [openstack.networking.NetworkSegmentArgs(network_type="vxlan", segmentation_id=int(vni))]
