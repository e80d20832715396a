"""A data centre, or a public or edge location, of a region: all its other components."""

import os.path
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from ipaddress import ip_network
from pathlib import Path

import pulumi
import pulumi_openstack as openstack

from medcloud.cloud import arguments
from medcloud.cloud.addressing import within
from medcloud.cloud.compute_pool import ComputePool
from medcloud.cloud.existing import Existing
from medcloud.cloud.firewall import Firewall
from medcloud.cloud.labels import brief
from medcloud.cloud.object_store import ObjectStore
from medcloud.cloud.providers import Clouds
from medcloud.cloud.security_domain import SecurityDomain
from medcloud.cloud.settings import Settings
from medcloud.cloud.site_link import vpn_service
from medcloud.cloud.storage_tier import StorageTier
from medcloud.cloud.tenancy import Tenancy
from medcloud.cloud.workload import Workload, WorkloadArgs
from medcloud.plan.compute import PlacementPlan, PoolPlan
from medcloud.plan.network import BalancerPlan, DomainPlan
from medcloud.plan.region import CentrePlan
from medcloud.standard.decides import decides


@decides("6.3.2-c")
def in_order(placements: Iterable[PlacementPlan]) -> list[PlacementPlan]:
    """Placements, each after those that it depends on (6.3.2-c); the model refuses rings."""
    found = {placement.name: placement for placement in placements}
    order = TopologicalSorter({name: placement.after for name, placement in found.items()})
    return [found[name] for name in order.static_order()]


@dataclass(frozen=True)
class DataCenterArgs:
    """What a centre is made of."""

    centre: CentrePlan
    placements: tuple[PlacementPlan, ...]
    """The workloads' parts in this centre."""
    clouds: Clouds
    settings: Settings
    folder: Path
    """Where image files lie."""
    quotas: Mapping[str, pulumi.Resource] = field(default_factory=dict)
    """What makes room for a tenant's servers and volumes before them."""


class DataCenter(pulumi.ComponentResource):
    """Routers, security domains with their firewalls, pools, storage tiers and workloads of one centre."""

    def __init__(self, name: str, args: DataCenterArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:DataCenter", name, {}, opts)
        self._args = args
        self._centre = args.centre
        self._tenancy = Tenancy(self, args.centre, args.clouds)
        self.domains = {d.key: self._domain(d) for d in args.centre.domains}
        """Security domains by their key."""
        self._firewalls()
        self._pools = {pool.id: self._pool(pool) for pool in args.centre.pools}
        self._types = self._tiers()
        self.workloads: dict[str, Workload] = {}
        """Workloads by the name of their placement, what others depend on first."""
        for placement in in_order(args.placements):
            self.workloads[placement.name] = self._workload(placement)
        self._services = {p: self._vpn(p) for p in dict.fromkeys(x.local_project for x in args.centre.links)}
        """VPN services that carry this centre's links, by project: one a router."""
        self.register_outputs({})

    def outside(self, version: int, project: str = "") -> pulumi.Output[str]:
        """The address of that family by which others reach a project's router; empty: the centre's own."""
        return self._tenancy.outside(version, project)

    def vpn_service_id(self, project: str = "") -> pulumi.Output[str]:
        """The VPN service on a project's router, which carries its links."""
        return self._services[project]

    def options(self, project: str = "") -> pulumi.ResourceOptions:
        """Options of a component in a project."""
        return self._tenancy.options(self._tenancy.tenant_with(project))

    def linked_subnets(self, cidrs: tuple[str, ...], project: str = "") -> list[pulumi.Output[str]]:
        """Ids of the subnets within those prefixes that a project's router routes, for a link."""
        inside = [ip_network(cidr) for cidr in cidrs]
        return [
            self.domains[domain.key].subnets[subnet.cidr]
            for domain in self._centre.domains
            if self._tenancy.is_routed_in(domain, project)
            for subnet in domain.subnets
            if any(within(subnet.cidr, outer) for outer in inside)
        ]

    def _domain(self, plan: DomainPlan) -> SecurityDomain:
        groups = [arguments.group(p) for p in self._args.placements if p.domain == plan.key and p.instances]
        router_id = None if plan.existing else self._tenancy.router(plan.tenant)
        return SecurityDomain(
            plan.name,
            arguments.domain(plan, groups, router_id, admin=self._tenancy.is_admin(plan.tenant)),
            self._tenancy.options(plan.tenant),
        )

    def _firewalls(self) -> None:
        for plan in self._centre.domains:
            rules = self._centre.firewall.get(plan.key, ())
            ports = self.domains[plan.key].router_ports
            if rules and ports:
                Firewall(
                    f"{plan.name}-fw",
                    arguments.firewall(plan, rules, ports),
                    self._tenancy.options(plan.tenant),
                )

    def _pool(self, plan: PoolPlan) -> ComputePool:
        # As the engine sees them, which runs in the program's folder: the same on everyone's machine.
        files = {
            image.file: os.path.relpath(self._args.folder / image.file) for image in plan.images if image.file
        }
        return ComputePool(
            plan.name,
            arguments.pool(plan, files, self._tenancy.other_projects()),
            self._tenancy.options(),
            admin=self._admin(),
        )

    def _tiers(self) -> Mapping[str, pulumi.Output[str]]:
        options = pulumi.ResourceOptions(parent=self, providers=[self._admin()])
        return {
            tier.volume_type: StorageTier(
                f"{self._centre.name}-{tier.id}", arguments.tier(tier, self._centre.location), options
            ).volume_type
            for tier in self._centre.tiers
        }

    def _admin(self) -> openstack.Provider:
        location = self._centre.location
        return self._args.clouds.provider(location.admin, location.region)

    def _workload(self, plan: PlacementPlan) -> Workload:
        tenant = self._domain_plan(plan).tenant
        options = self._tenancy.options(tenant)
        domain, pool = self.domains[plan.domain], self._pools[plan.pool]
        existing = self._tenancy.existing(tenant)
        args: WorkloadArgs = {
            "network_id": domain.network_id,
            "subnets": [{"cidr": cidr, "id": id_} for cidr, id_ in domain.subnets.items()],
            "security_group_ids": [domain.groups[arguments.group_name(plan)]] if plan.instances else [],
            "zone": self._centre.location.zone,
            "instances": [
                arguments.instance(i, pool.flavors[i.flavor], pool.images[i.image], self._types)
                for i in plan.instances
            ],
            "kept": [arguments.data_volume(volume, self._types) for volume in plan.kept],
            "anti_affinity": plan.anti_affinity,
            "key_pair": existing.key_pair(plan.key_pair) if plan.key_pair else None,
            "protect_data": self._args.settings.protect_data,
            "described": plan.described,
            "labels": dict(plan.labels),
        }
        if plan.balancer:
            by_family = arguments.balancers(
                plan.balancer,
                plan,
                domain.subnets,
                self._certificate(tenant, plan.balancer, existing),
                self._centre.external,
            )
            args["balancer"], args["balancer_v6"] = by_family.get(4), by_family.get(6)
        if plan.containers:
            ObjectStore(
                f"{plan.name}-objects", arguments.object_store(plan.containers, self._args.settings), options
            )
        after = [self.workloads[name] for name in plan.after]
        quota = self._args.quotas.get(tenant)
        return Workload(plan.name, args, options, after, [quota] if quota else ())

    def _domain_plan(self, placement: PlacementPlan) -> DomainPlan:
        return next(d for d in self._centre.domains if d.key == placement.domain)

    def _certificate(
        self, tenant: str, balancer: BalancerPlan, existing: Existing
    ) -> pulumi.Output[str] | None:
        """What the balancer ends TLS with; None where it passes everything through."""
        if all(listener.protocol != "https" for listener in balancer.listeners):
            return None
        if balancer.certificate:
            return existing.certificate(balancer.certificate)
        return self._tenancy.key_store(tenant, self._args.settings).certificate_ref

    def _vpn(self, project: str) -> pulumi.Output[str]:
        return vpn_service(
            f"{self._tenancy.name(project)}-vpn",
            self._tenancy.router(self._tenancy.tenant_with(project)),
            brief(self._centre.labels),
            self.options(project),
        )
