"""A load balancer: TLS in front, TLS behind, and members taken out when they stop answering."""

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
    certificate_ref: pulumi.Input[str]
    """Certificate container in the key manager (KeyStore makes one)."""
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
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class LoadBalancer(pulumi.ComponentResource):
    """A balancer with one TLS listener, a pool with its members and a health monitor."""

    address: pulumi.Output[str]
    """The virtual address."""
    floating_address: pulumi.Output[str] | None
    """The floating address, where one was asked for."""

    def __init__(self, name: str, args: LoadBalancerArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:LoadBalancer", name, {}, opts)
        labels = args["labels"]
        self._tags = conventions.tags(labels)
        balancer = openstack.loadbalancer.LoadBalancer(
            name,
            name=name,
            description=brief(labels),
            vip_subnet_id=args["subnet_id"],
            vip_address=args["address"],
            tags=self._tags,
            opts=pulumi.ResourceOptions(parent=self, custom_timeouts=_WAIT),
        )
        listener = self._listener(name, args, balancer)
        self._pool(name, args, listener)
        self.address = balancer.vip_address
        self.floating_address = None
        if pool := args.get("floating_pool"):
            self.floating_address = self._floating(name, labels, pool, balancer)
        self.register_outputs({"address": self.address, "floatingAddress": self.floating_address})

    def _listener(
        self, name: str, args: LoadBalancerArgs, balancer: openstack.loadbalancer.LoadBalancer
    ) -> openstack.loadbalancer.Listener:
        return openstack.loadbalancer.Listener(
            f"{name}-listener",
            name=f"{name}-listener",
            description=brief(args["labels"]),
            loadbalancer_id=balancer.id,
            protocol="TERMINATED_HTTPS",
            protocol_port=int(args["port"]),
            default_tls_container_ref=args["certificate_ref"],
            tls_versions=args.get("tls_versions") or ["TLSv1.3"],
            allowed_cidrs=args.get("allowed_cidrs"),
            tags=self._tags,
            opts=pulumi.ResourceOptions(parent=self),
        )

    def _pool(self, name: str, args: LoadBalancerArgs, listener: openstack.loadbalancer.Listener) -> None:
        options = pulumi.ResourceOptions(parent=self)
        encrypted = args.get("member_tls", True)
        pool = openstack.loadbalancer.Pool(
            f"{name}-pool",
            name=f"{name}-pool",
            description=brief(args["labels"]),
            listener_id=listener.id,
            protocol="HTTP",
            lb_method=args.get("algorithm") or "LEAST_CONNECTIONS",
            tls_enabled=encrypted,
            tls_versions=(args.get("tls_versions") or ["TLSv1.3"]) if encrypted else None,
            tags=self._tags,
            opts=options,
        )
        openstack.loadbalancer.Monitor(
            f"{name}-monitor",
            name=f"{name}-monitor",
            pool_id=pool.id,
            type="HTTPS" if encrypted else "HTTP",
            url_path=args.get("monitor_path") or "/",
            http_method="GET",
            expected_codes="200",
            delay=_DELAY,
            timeout=_TIMEOUT,
            max_retries=_RETRIES,
            opts=options,
        )
        for member in args["members"]:
            openstack.loadbalancer.Member(
                f"{name}-{member['name']}",
                name=member["name"],
                pool_id=pool.id,
                subnet_id=args["subnet_id"],
                address=member["address"],
                protocol_port=int(args["member_port"]),
                tags=self._tags,
                opts=options,
            )

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
