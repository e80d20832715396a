"""What a tenant's workloads need of the quota of its project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from medcloud.model.quota import Quota
from medcloud.model.region import Region
from medcloud.model.seats import seated


class Need(NamedTuple):
    """What a tenant's workloads have in the centres of one OpenStack region."""

    region: str
    """OpenStack region name."""
    centres: tuple[str, ...]
    amounts: Mapping[str, int]
    """By field of a quota."""


def needs(region: Region, tenant: str) -> Iterator[Need]:
    """What a tenant needs in each OpenStack region in which it has anything; its centres must exist."""
    found: dict[str, Counter[str]] = {}
    centres: dict[str, dict[str, None]] = {}
    for key, workload in region.workloads.items():
        if region.tenant_of(key) != tenant or workload.pool not in region.pools:
            continue
        for centre, count in seated(region, key).items():
            if centre in region.centres:
                place = region.centres[centre].region
                centres.setdefault(place, {})[centre] = None
                own = found.setdefault(place, Counter())
                own.update({name: count * amount for name, amount in _of_instance(region, key).items()})
    for place, amounts in found.items():
        yield Need(place, tuple(centres[place]), {name: amounts[name] for name in Quota.model_fields})


def _of_instance(region: Region, key: str) -> Mapping[str, int]:
    """What one server of a workload needs; of a retired one only volumes are left."""
    workload = region.workloads[key]
    sizes = [disk.gib for disk in workload.disks.values()]
    if workload.kind == "database" and not workload.retire:
        sizes.append(workload.size.system_gib)
    volumes = {"volumes": len(sizes), "volumes_gib": sum(sizes)}
    if workload.retire:
        return volumes
    return {"cores": workload.size.vcpus, "memory_gib": workload.size.memory_gib, "instances": 1, **volumes}
