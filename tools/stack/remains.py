"""What a control plane still holds of a region, asked of the services themselves, not of the state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from openstack.connection import Connection

import openstack
from medcloud.plan.region import RegionPlan

Lister = Callable[[Connection], Iterable[Any]]

# Services a cloud may not offer are left out by their absence from the catalogue.
LISTS: dict[str, tuple[str, Lister]] = {
    "server": ("compute", lambda c: c.compute.servers()),
    "server group": ("compute", lambda c: c.compute.server_groups()),
    "flavor": ("compute", lambda c: c.compute.flavors(is_public=None)),
    "key pair": ("compute", lambda c: c.compute.keypairs()),
    "image": ("image", lambda c: c.image.images()),
    "volume": ("block-storage", lambda c: c.block_storage.volumes()),
    "volume type": ("block-storage", lambda c: c.block_storage.types()),
    "network": ("network", lambda c: c.network.networks()),
    "subnet": ("network", lambda c: c.network.subnets()),
    "router": ("network", lambda c: c.network.routers()),
    "port": ("network", lambda c: c.network.ports()),
    "security group": ("network", lambda c: c.network.security_groups()),
    "firewall group": ("network", lambda c: c.network.firewall_groups()),
    "firewall policy": ("network", lambda c: c.network.firewall_policies()),
    "firewall rule": ("network", lambda c: c.network.firewall_rules()),
    "VPN service": ("network", lambda c: c.network.vpn_services()),
    "IPsec connection": ("network", lambda c: c.network.vpn_ipsec_site_connections()),
    "IKE policy": ("network", lambda c: c.network.vpn_ike_policies()),
    "IPsec policy": ("network", lambda c: c.network.vpn_ipsec_policies()),
    "endpoint group": ("network", lambda c: c.network.vpn_endpoint_groups()),
    "load balancer": ("load-balancer", lambda c: c.load_balancer.load_balancers()),
    "key container": ("key-manager", lambda c: c.key_manager.containers()),
    "secret": ("key-manager", lambda c: c.key_manager.secrets()),
    "object container": ("object-store", lambda c: c.object_store.containers()),
    "DNS zone": ("dns", lambda c: c.dns.zones()),
}


def held(plan: RegionPlan) -> Iterator[tuple[str, str, str]]:
    """Each object whose name begins as the region's do: (cloud/region, kind, name)."""
    names = (f"{plan.id}-", plan.domain)
    for cloud, region in sorted({key for centre in plan.centres for key in _addresses(centre.location)}):
        with openstack.connect(cloud=cloud, region_name=region) as connection:
            for kind, (service, lister) in LISTS.items():
                if not connection.has_service(service):
                    continue
                for thing in lister(connection):
                    name = thing.name or ""
                    if name.startswith(names):
                        yield f"{cloud}/{region}", kind, name


def _addresses(location: Any) -> set[tuple[str, str]]:
    return {(location.cloud, location.region), (location.admin, location.region)}
