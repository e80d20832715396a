"""Compute pools: flavors bound to NUMA nodes and an ISA, images (6.1.1, 7.3.1.2-a, 7.5.1-c, 7.1.2.1)."""

from __future__ import annotations

import re
from types import MappingProxyType

from medcloud.model import Pool, Region, Size
from medcloud.model.dedicated import dedicated
from medcloud.model.hosts import Accelerator, Hosts
from medcloud.model.numa import numa_nodes
from medcloud.plan.compute import FlavorPlan, HostModelPlan, ImagePlan, PoolPlan
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import centre_labels, name
from medcloud.standard.decides import decides

_ARCHITECTURE = {"x86_64": "x86_64", "c86": "x86_64", "arm64": "aarch64"}
"""As nova names them; it has no word for LoongArch, which the flavor's trait still asks for."""


@decides("7.3.1.2-a", "7.5.1-c", "6.1.1-a", "6.2.1-a", "A.1-a")
def pools(region: Region, centre: str, placed: tuple[Placement, ...]) -> tuple[PoolPlan, ...]:
    """The pools of a centre, with the flavors that its workloads use.

    They may be of several instruction sets and systems (6.1.1-a, 6.2.1-a), and what a workload gets is
    cut from its pool (A.1-a).
    """
    by_pool: dict[str, dict[str, FlavorPlan]] = {}
    systems: dict[str, dict[str, None]] = {}
    for placement in placed:
        made, found = flavor(region, placement), region.workloads[placement.workload]
        by_pool.setdefault(found.pool, {})[made.name] = made
        systems.setdefault(found.pool, {})[region.system_of(placement.workload)] = None
    return tuple(
        _pool(region, centre, id_, tuple(by_pool.get(id_, {}).values()), tuple(systems.get(id_, ())))
        for id_, pool in region.pools.items()
        if centre in pool.centres
    )


@decides("7.1.1.4-c", "7.5.1-c", "7.3.1.2-a", "7.5.1-b")
def flavor(region: Region, placement: Placement) -> FlavorPlan:
    """The size of a workload's instances on the hosts of its pool.

    The traits lead one scheduler to hosts of the right instruction set, of the pool where it has a trait
    of its own (7.1.1.4-c, 7.5.1-c), and that show its baseline: what runs on one can move to any other
    (7.5.1-b). What is large or a core system has processors and NUMA nodes of its own (7.3.1.2-a).
    """
    found = region.workloads[placement.workload]
    pool, size = region.pools[found.pool], found.size
    existing = pool.flavors.get(size.flavor)
    pinned = dedicated(found)
    own = name(region, placement.centre, found.pool, size.flavor, f"{size.system_gib}g")
    specs = {f"trait:CUSTOM_ISA_{pool.isa.upper()}": "required", **_accelerators(pool, size)}
    if pool.trait:
        specs[f"trait:{pool.trait}"] = "required"
    if pool.baseline:
        specs[f"trait:{baseline_trait(pool.baseline)}"] = "required"
    if pinned:
        specs["hw:cpu_policy"] = "dedicated"
        hosts = pool.standing(placement.centre)
        specs["hw:numa_nodes"] = str(numa_nodes(hosts, size.vcpus, size.memory_gib))
    return FlavorPlan(
        name=existing.existing if existing else own + "-pinned" * pinned,
        vcpus=size.vcpus,
        ram_mib=size.memory_gib * 1024,
        disk_gib=size.system_gib,
        extra_specs=MappingProxyType(dict(sorted(specs.items()))),
        existing=existing.existing if existing else None,
    )


@decides("6.1.1-b")
def _accelerators(pool: Pool, size: Size) -> dict[str, str]:
    """Devices of a host that an instance gets for itself, near its processors where it can be (6.1.1-b)."""
    wanted = [(pool.kinds[key], count) for key, count in size.wanted.items() if key in pool.kinds]
    shares = {
        f"resources:{kind.resource}": str(count)
        for kind, count in wanted
        if isinstance(kind, Accelerator) and kind.resource
    }
    whole = [f"{kind.alias}:{count}" for kind, count in wanted if kind.alias]
    if not whole:
        return shares
    return {
        "hw:pci_numa_affinity_policy": "preferred",
        "pci_passthrough:alias": ",".join(whole),
        **shares,
    }


def image_name(region: Region, centre: str, pool: str, system: str) -> str:
    """Name of the image of a system that a pool's instances start from."""
    found = region.image(pool, system)
    return found.existing or name(region, centre, pool, system)


def baseline_trait(baseline: str) -> str:
    """The trait of hosts that show their instances this CPU model, e.g. ``CUSTOM_CPU_KUNPENG_920``."""
    return "CUSTOM_CPU_" + re.sub("[^A-Z0-9]", "_", baseline.upper())


def _pool(
    region: Region, centre: str, id_: str, flavors: tuple[FlavorPlan, ...], systems: tuple[str, ...]
) -> PoolPlan:
    pool = region.pools[id_]
    hosts = pool.standing(centre) or (pool.own(centre),)
    return PoolPlan(
        id=id_,
        centre=centre,
        name=name(region, centre, id_),
        isa=pool.isa,
        os=pool.os,
        hosts=pool.hosts_in(centre),
        cores=min(each.cores for each in hosts),
        memory_gib=min(each.memory_gib for each in hosts),
        flavors=flavors,
        image=_image(region, centre, id_, pool.os),
        labels=centre_labels(region, centre, isa=pool.isa),
        models=tuple(map(_model, hosts)) if pool.models else (),
        more_images=tuple(_image(region, centre, id_, each) for each in systems if each != pool.os),
        baseline=pool.baseline,
    )


def _model(hosts: Hosts) -> HostModelPlan:
    return HostModelPlan(
        hosts.model,
        hosts.count,
        hosts.cores,
        hosts.memory_gib,
        hosts.numa_nodes,
        MappingProxyType(dict(hosts.accelerators)),
    )


def _image(region: Region, centre: str, id_: str, booted: str) -> ImagePlan:
    pool, found = region.pools[id_], region.image(id_, booted)
    system, _, version = booted.partition("-")
    properties = {"os_distro": system, "os_version": version}
    if pool.isa in _ARCHITECTURE:
        properties["hw_architecture"] = _ARCHITECTURE[pool.isa]
    return ImagePlan(
        name=image_name(region, centre, id_, booted),
        os=booted,
        isa=pool.isa,
        file=found.file,
        existing=found.existing,
        properties=MappingProxyType(properties),
    )
