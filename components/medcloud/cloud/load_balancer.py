"""A load balancer: TLS in front, TLS behind, and members taken out when they stop answering."""

from dataclasses import dataclass
from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.labels import brief
from medcloud.standard import conventions

_DELAY, _TIMEOUT, _RETRIES = 10, 5, 3  # seconds, seconds, failures until a member is out
_WAIT = pulumi.CustomTimeouts(create="15m", update="15m", delete="15m")


class MemberArgs(TypedDict):
    """A server behind the balancer."""

    name: str
    """Stable name; it names the resource."""
    address: str
    """Its address on the balancer's subnet."""


class ListenerArgs(TypedDict):
    """A further port of a load balancer."""

    name: str
    """Stable name; it names the resources."""
    protocol: str
    """`https` or `tls`, as in LoadBalancerArgs."""
    port: int
    """Port that clients connect to."""
    member_port: int
    """Port that members listen on."""
    monitor_path: NotRequired[str]
    """What the health monitor asks members for; `/` when left out."""
    allowed_cidrs: NotRequired[list[str]]
    """Who may connect; everyone that reaches the address when left out."""


class LoadBalancerArgs(TypedDict):
    """What a load balancer is made of."""

    subnet_id: pulumi.Input[str]
    """Subnet of the virtual address and the members."""
    address: str
    """The virtual address."""
    port: int
    """Port that clients connect to."""
    member_port: int
    """Port that members listen on."""
    members: list[MemberArgs]
    """The servers."""
    certificate_ref: NotRequired[pulumi.Input[str]]
    """Certificate container in the key manager (KeyStore makes one); only where TLS ends here."""
    protocol: NotRequired[str]
    """`https` ends TLS and speaks it again to the members, `tls` passes TLS through;
    `https` when left out."""
    more: NotRequired[list[ListenerArgs]]
    """Further ports of the same address."""
    tls_versions: NotRequired[list[str]]
    """Versions let in; TLS 1.3 alone when left out."""
    member_tls: NotRequired[bool]
    """Whether traffic to the members is encrypted too; true when left out."""
    algorithm: NotRequired[str]
    """As octavia names it; `LEAST_CONNECTIONS` when left out."""
    monitor_path: NotRequired[str]
    """What the health monitor asks members for; `/` when left out."""
    allowed_cidrs: NotRequired[list[str]]
    """Who may connect; everyone that reaches the address when left out."""
    floating_pool: NotRequired[str | None]
    """External network to take a floating address from. Left out: none."""
    described: NotRequired[str]
    """What people call it, in its description after the labels. Left out: nothing."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


@dataclass(frozen=True)
class _Way:
    """How octavia takes a protocol: the names of its listener, of its pool and of its health monitor."""

    listener: str
    pool: str
    monitor: str


_WAYS = {
    "https": _Way("TERMINATED_HTTPS", "HTTP", "HTTPS"),
    "tls": _Way("HTTPS", "HTTPS", "TLS-HELLO"),
}


class LoadBalancer(pulumi.ComponentResource):
    """A balancer with a listener a port, each with a pool, its members and a health monitor."""

    address: pulumi.Output[str]
    """The virtual address."""
    floating_address: pulumi.Output[str] | None
    """The floating address, where one was asked for."""

    def __init__(self, name: str, args: LoadBalancerArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:LoadBalancer", name, {}, opts)
        labels = args["labels"]
        self._tags = conventions.tags(labels)
        self._args = args
        balancer = openstack.loadbalancer.LoadBalancer(
            name,
            name=name,
            description=brief(labels, args.get("described", "")),
            vip_subnet_id=args["subnet_id"],
            vip_address=args["address"],
            tags=self._tags,
            opts=pulumi.ResourceOptions(parent=self, custom_timeouts=_WAIT),
        )
        # one listener after the other: octavia locks a balancer while it is changed
        before = self._port(name, _first(args), balancer, [])
        for further in args.get("more", []):
            before = self._port(f"{name}-{further['name']}", further, balancer, before)
        self.address = balancer.vip_address
        self.floating_address = None
        if pool := args.get("floating_pool"):
            self.floating_address = self._floating(name, labels, pool, balancer)
        self.register_outputs({"address": self.address, "floatingAddress": self.floating_address})

    def _port(
        self,
        name: str,
        port: ListenerArgs,
        balancer: openstack.loadbalancer.LoadBalancer,
        before: list[pulumi.Resource],
    ) -> list[pulumi.Resource]:
        """A listener with all behind it; what the next port waits for."""
        way = _WAYS[port["protocol"]]
        ends_tls = port["protocol"] == "https"
        listener = openstack.loadbalancer.Listener(
            f"{name}-listener",
            name=f"{name}-listener",
            description=brief(self._args["labels"]),
            loadbalancer_id=balancer.id,
            protocol=way.listener,
            protocol_port=int(port["port"]),
            default_tls_container_ref=self._args.get("certificate_ref") if ends_tls else None,
            tls_versions=self._tls if ends_tls else None,
            allowed_cidrs=port.get("allowed_cidrs"),
            tags=self._tags,
            opts=pulumi.ResourceOptions(parent=self, depends_on=before or None),
        )
        return [listener, *self._pool(name, port, way, listener)]

    @property
    def _tls(self) -> list[str]:
        return self._args.get("tls_versions") or ["TLSv1.3"]

    def _pool(
        self, name: str, port: ListenerArgs, way: _Way, listener: openstack.loadbalancer.Listener
    ) -> list[pulumi.Resource]:
        args, options = self._args, pulumi.ResourceOptions(parent=self)
        ends_tls = port["protocol"] == "https"
        encrypted = ends_tls and args.get("member_tls", True)
        pool = openstack.loadbalancer.Pool(
            f"{name}-pool",
            name=f"{name}-pool",
            description=brief(args["labels"]),
            listener_id=listener.id,
            protocol=way.pool,
            lb_method=args.get("algorithm") or "LEAST_CONNECTIONS",
            tls_enabled=encrypted if ends_tls else None,
            tls_versions=self._tls if encrypted else None,
            tags=self._tags,
            opts=options,
        )
        monitor = openstack.loadbalancer.Monitor(
            f"{name}-monitor",
            name=f"{name}-monitor",
            pool_id=pool.id,
            type=way.monitor if encrypted or not ends_tls else "HTTP",
            url_path=port.get("monitor_path") or "/" if ends_tls else None,
            http_method="GET" if ends_tls else None,
            expected_codes="200" if ends_tls else None,
            delay=_DELAY,
            timeout=_TIMEOUT,
            max_retries=_RETRIES,
            opts=options,
        )
        members = [
            openstack.loadbalancer.Member(
                f"{name}-{member['name']}",
                name=member["name"],
                pool_id=pool.id,
                subnet_id=args["subnet_id"],
                address=member["address"],
                protocol_port=int(port["member_port"]),
                tags=self._tags,
                opts=options,
            )
            for member in args["members"]
        ]
        return [pool, monitor, *members]

    def _floating(
        self,
        name: str,
        labels: dict[str, str],
        pool: str,
        balancer: openstack.loadbalancer.LoadBalancer,
    ) -> pulumi.Output[str]:
        return openstack.networking.FloatingIp(
            f"{name}-floating",
            pool=pool,
            port_id=balancer.vip_port_id,
            description=brief(labels),
            tags=self._tags,
            opts=pulumi.ResourceOptions(parent=self),
        ).address


def _first(args: LoadBalancerArgs) -> ListenerArgs:
    """The port that every balancer has."""
    first: ListenerArgs = {
        "name": "",
        "protocol": args.get("protocol") or "https",
        "port": args["port"],
        "member_port": args["member_port"],
        "monitor_path": args.get("monitor_path") or "/",
    }
    if (cidrs := args.get("allowed_cidrs")) is not None:
        first["allowed_cidrs"] = cidrs
    return first
