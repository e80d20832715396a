"""What networks keep in the lock: prefixes of centres, subnets, VNIs, addresses in them."""

from __future__ import annotations

from ipaddress import ip_network

from medcloud.model import Region
from medcloud.plan.compute.placement import placements
from medcloud.plan.lock.held import Held
from medcloud.plan.lock.section import Concern, Section
from medcloud.plan.network.numbers.clashes import clashes
from medcloud.plan.network.numbers.demand import demand
from medcloud.plan.network.numbers.serve import serve

_NETWORK = ("centres", "tenants", "domains")
_WORKLOAD = (*_NETWORK, "workloads")


def _is_good_prefix(key: str, value: str) -> bool:
    centre, _, version = key.rpartition("/")
    try:
        return bool(centre) and version == str(ip_network(value).version)
    except ValueError:
        return False


def _allocate(region: Region, held: Held) -> None:
    serve(demand(region, placements(region)), held)


CONCERN = Concern(
    sections=(
        # centre/4 and centre/6 to the prefix of the whole centre, in CIDR notation
        Section("prefixes", key_parts=2, founding=True, is_good=_is_good_prefix),
        # centre to its index in the region
        Section("centres", key_parts=1, founding=True),
        # centre/tenant/domain/n to the index, in the centre's prefixes, of the network's subnet n
        Section("subnets", key_parts=4, scope_parts=1, named=_NETWORK, founding=True),
        # centre/tenant/domain to the VXLAN network identifier
        Section("vnis", key_parts=3, named=_NETWORK, founding=True),
        # centre/tenant/domain/workload to the number of its balancer's address in the network
        Section("vips", key_parts=4, scope_parts=3, named=_WORKLOAD, founding=True),
        # centre/tenant/domain/workload/n to the number of the instance's address in the network
        Section("instances", key_parts=5, scope_parts=3, named=_WORKLOAD, founding=True),
    ),
    allocate=_allocate,
    clashes=clashes,
)
