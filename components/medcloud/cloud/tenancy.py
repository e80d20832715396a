"""Who owns what in a centre: a tenant's own project, or the one of the centre's credentials.

A tenant's project is named in the region file by the entry of clouds.yaml that is scoped to it. Each project
has a router, key store and lookups of its own, made on first use.
"""

from collections.abc import Sequence

import pulumi
import pulumi_openstack as openstack

from medcloud.cloud.existing import Existing
from medcloud.cloud.key_store import KeyStore
from medcloud.cloud.providers import Clouds
from medcloud.cloud.settings import Settings
from medcloud.plan.network import DomainPlan
from medcloud.plan.region import CentrePlan
from medcloud.standard import conventions
from medcloud.standard.decides import decides


class Tenancy:
    """Providers, routers, key stores and lookups of one centre by tenant."""

    def __init__(self, parent: pulumi.Resource, centre: CentrePlan, clouds: Clouds) -> None:
        self._parent = parent
        self._centre = centre
        self._clouds = clouds
        self._routers: dict[str, openstack.networking.Router] = {}
        self._stores: dict[str, KeyStore] = {}
        self._existing: dict[str, Existing] = {}

    def options(self, tenant: str | None = None) -> pulumi.ResourceOptions:
        """Options of a component in the tenant's project; without a tenant, the centre's own."""
        provider = self._clouds.provider(self._entry(tenant), self._centre.location.region)
        return pulumi.ResourceOptions(parent=self._parent, providers=[provider])

    def existing(self, tenant: str | None = None) -> Existing:
        """Lookups in the tenant's project."""
        entry = self._entry(tenant)
        if entry not in self._existing:
            provider = self._clouds.provider(entry, self._centre.location.region)
            self._existing[entry] = Existing(self._parent, provider)
        return self._existing[entry]

    def router(self, tenant: str | None = None) -> pulumi.Output[str]:
        """Id of the project's router."""
        return self._router(tenant).id

    def other_projects(self) -> dict[str, pulumi.Input[str]]:
        """Ids of the tenants' own projects by their entry of clouds.yaml."""
        own = self._centre.location.cloud
        return {
            entry: self.existing(tenant).project()
            for tenant, entry in self._centre.projects.items()
            if entry != own
        }

    @decides("7.2.1-b")
    def outside(self, version: int, project: str = "") -> pulumi.Output[str]:
        """The outside address of that family of a project's router; RunError when it has none."""

        def pick(fixed: Sequence[openstack.networking.outputs.RouterExternalFixedIp]) -> str:
            for address in (each.ip_address for each in fixed):
                if address and (":" in address) == (version == 6):
                    return address
            raise pulumi.RunError(
                f"{self._centre.id} 的路由器没有 IPv{version} 外部地址，无法加密互联（7.2.1-b）。"
                f" The router of {self._centre.id} has no IPv{version} outside address to be linked by."
            )

        return self._router(self.tenant_with(project)).external_fixed_ips.apply(pick)

    def tenant_with(self, project: str) -> str | None:
        """A tenant whose own project that is; None for the centre's own, which is the empty one."""
        return next((tenant for tenant, entry in self._centre.projects.items() if entry == project), None)

    def is_admin(self, tenant: str) -> bool:
        """Whether the tenant's networks are made with the administrator's own credentials."""
        return self._entry(tenant) == self._centre.location.admin

    def is_routed_in(self, domain: DomainPlan, project: str) -> bool:
        """Whether the domain's network hangs on the router of a project; empty: the centre's own."""
        entry = project or self._centre.location.cloud
        return domain.existing is None and self._entry(domain.tenant) == entry

    def key_store(self, tenant: str, settings: Settings) -> KeyStore:
        """The project's copy of the region's certificate."""
        entry = self._entry(tenant)
        if entry not in self._stores:
            self._stores[entry] = KeyStore(
                f"{self._prefix(entry)}-keys",
                {
                    "certificate": settings.certificate,
                    "private_key": settings.certificate_key,
                    "labels": dict(self._centre.labels),
                },
                self.options(tenant),
            )
        return self._stores[entry]

    def _router(self, tenant: str | None) -> openstack.networking.Router:
        entry = self._entry(tenant)
        if entry not in self._routers:
            name = f"{self._prefix(entry)}-router"
            external = self._centre.external
            self._routers[entry] = openstack.networking.Router(
                name,
                name=name,
                admin_state_up=True,
                external_network_id=self.existing(tenant).network(external) if external else None,
                description=self._centre.described or None,
                tags=conventions.tags(self._centre.labels),
                opts=pulumi.ResourceOptions(
                    parent=self._parent,
                    provider=self._clouds.provider(entry, self._centre.location.region),
                ),
            )
        return self._routers[entry]

    def _entry(self, tenant: str | None) -> str:
        return self._centre.projects.get(tenant or "", self._centre.location.cloud)

    def name(self, project: str) -> str:
        """What names of a project's things in the centre begin with."""
        return self._prefix(project or self._centre.location.cloud)

    def _prefix(self, entry: str) -> str:
        own = entry == self._centre.location.cloud
        return self._centre.name if own else f"{self._centre.name}-{entry}"
