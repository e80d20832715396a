"""A region: its centres, the encrypted links between them, and its names."""

import hashlib
import hmac
from pathlib import Path
from typing import Any

import pulumi

from medcloud.cloud import arguments, outputs
from medcloud.cloud.data_center import DataCenter, DataCenterArgs
from medcloud.cloud.existing import Existing
from medcloud.cloud.load_plan import load_plan
from medcloud.cloud.names import Names, NamesArgs, RecordArgs
from medcloud.cloud.preflight import check
from medcloud.cloud.providers import Clouds
from medcloud.cloud.settings import Settings
from medcloud.cloud.site_link import SiteLink
from medcloud.cloud.tenant_quota import TenantQuota
from medcloud.plan.network import LinkPlan, RecordPlan
from medcloud.plan.quota import QuotaPlan
from medcloud.plan.region import CentrePlan, RegionPlan


class Region(pulumi.ComponentResource):
    """Everything that a plan says, on the clouds that it names."""

    addresses: pulumi.Output[outputs.Addresses]
    """Addresses of servers by workload and centre."""
    endpoints: pulumi.Output[outputs.Endpoints]
    """Where each workload is reached, by workload and centre."""
    hosts: pulumi.Output[list[Any]]
    """Rows of the hosts file, one a server: medcloud.plan.hosts.HostRow reads one."""
    vpns: pulumi.Output[outputs.VpnSheets]
    """What the other end of each VPN to a partner or a hospital has to be set to, its secret key with it."""

    def __init__(
        self,
        plan: RegionPlan,
        folder: Path,
        settings: Settings | None = None,
        opts: pulumi.ResourceOptions | None = None,
        name: str | None = None,
    ) -> None:
        """`folder` is where image files lie; the region's id is the name when none is given.

        RunError, before any resource, when something is lacking.
        """
        settings = settings or Settings.read()
        check(plan, settings, folder)
        super().__init__("medcloud:index:Region", name or plan.id, {}, opts)
        self._plan = plan
        self._clouds = Clouds(plan.id, self)
        self._quotas = [(quota, self._quota(quota)) for quota in plan.quotas]
        self._centres = {c.id: self._centre(c, folder, settings) for c in plan.centres}
        self._sheets: dict[str, list[outputs.VpnSheet]] = {}
        if settings.link_key is not None:
            self._links(settings.link_key)
        floating = {
            name: workload.floating_address
            for centre in self._centres.values()
            for name, workload in centre.workloads.items()
        }
        self._names(floating)
        self.addresses = pulumi.Output.from_input(outputs.addresses(plan))
        self.endpoints = pulumi.Output.from_input(outputs.endpoints(plan, floating))
        self.hosts = pulumi.Output.from_input(outputs.hosts(plan))
        self.vpns = pulumi.Output.from_input(self._sheets)
        told = {"addresses": self.addresses, "endpoints": self.endpoints, "hosts": self.hosts}
        self.register_outputs({**told, "vpns": self.vpns})

    @staticmethod
    def from_file(
        path: str | Path, settings: Settings | None = None, opts: pulumi.ResourceOptions | None = None
    ) -> "Region":
        """The region of a region file; a relative path starts at the program's folder.

        A preview leaves the lock file alone, an update writes it. RunError with every finding, and no
        traceback, when a file is refused.
        """
        plan, folder = load_plan(str(path))
        return Region(plan, folder, settings, opts)

    def _centre(self, centre: CentrePlan, folder: Path, settings: Settings) -> DataCenter:
        args = DataCenterArgs(
            centre=centre,
            placements=tuple(outputs.placements(self._plan, centre.id)),
            clouds=self._clouds,
            settings=settings,
            folder=folder,
            quotas={plan.tenant: made for plan, made in self._quotas if centre.id in plan.centres},
        )
        return DataCenter(centre.name, args, pulumi.ResourceOptions(parent=self))

    def _quota(self, plan: QuotaPlan) -> TenantQuota:
        owner = self._clouds.provider(plan.project, plan.region)
        return TenantQuota(
            plan.name,
            arguments.quota(plan, Existing(self, owner).project()),
            pulumi.ResourceOptions(parent=self, providers=[self._clouds.provider(plan.admin, plan.region)]),
        )

    def _links(self, key: pulumi.Output[str]) -> None:
        for centre in self._plan.centres:
            for link in centre.links:
                self._link(centre, link, key)

    def _link(self, centre: CentrePlan, link: LinkPlan, key: pulumi.Output[str]) -> None:
        local, psk = self._centres[link.local], key.apply(lambda k: shared_key(k, link))
        if link.gateway:
            self._sheets.setdefault(link.peer, []).append(
                outputs.vpn_sheet(link, local.outside(4, link.local_project), psk)
            )
        entry = link.local_project or centre.location.cloud
        provider = self._clouds.provider(entry, centre.location.region)
        SiteLink(
            link.name,
            arguments.link(
                link,
                local.vpn_service_id(link.local_project),
                [*local.linked_subnets(link.local_cidrs, link.local_project)],
                link.gateway or self._centres[link.peer].outside(4, link.peer_project),
                psk,
            ),
            pulumi.ResourceOptions(parent=self, providers=[provider]),
        )

    def _names(self, floating: outputs.Floating) -> None:
        """The names, in each cloud that keeps them: the first by the names that they have always had."""
        outside = outputs.outside(self._plan, floating)
        records = [self._record(record, outside) for record in self._plan.records]
        for number, id_ in enumerate(self._plan.named_in):
            location = self._plan.centre(id_).location
            provider = self._clouds.provider(location.cloud, location.region)
            args: NamesArgs = {
                "domain": self._plan.zone_existing or self._plan.domain,
                "existing": self._plan.zone_existing is not None,
                "records": records,
                "labels": dict(self._plan.labels),
            }
            if number:
                args["place"] = id_
            Names(
                f"{self._plan.id}-names-{id_}" if number else f"{self._plan.id}-names",
                args,
                pulumi.ResourceOptions(parent=self, providers=[provider]),
            )
            self._names_of_partners(provider, id_ if number else "")

    def _names_of_partners(self, provider: pulumi.ProviderResource, place: str) -> None:
        """A zone for each name, so that no other name of the partner's domain is shadowed."""
        for partner in self._plan.outside:
            for name in dict.fromkeys(record.name for record in partner.names):
                args: NamesArgs = {
                    "domain": name,
                    "contact": self._plan.domain,
                    "records": [self._record(r, {}) for r in partner.names if r.name == name],
                    "labels": dict(self._plan.labels),
                }
                if place:
                    args["place"] = place
                Names(
                    "-".join(filter(None, (f"{self._plan.id}-names", place, name.rstrip(".")))),
                    args,
                    pulumi.ResourceOptions(parent=self, providers=[provider]),
                )

    def _record(self, record: RecordPlan, outside: outputs.Floating) -> RecordArgs:
        return {
            "name": record.name,
            "type": record.type,
            "values": [outside.get(value) or value for value in record.values],
            "ttl": record.ttl,
            "labels": {**self._plan.labels, "workload": record.workload},
        }


def shared_key(key: str, link: LinkPlan) -> str:
    """The pre-shared key of a link, the same on both its sides and of no use on any other."""
    ends = "/".join([*sorted(link.ends), str(link.version)])
    return hmac.new(key.encode(), ends.encode(), hashlib.sha256).hexdigest()
