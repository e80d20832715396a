"""Storage tiers and the volumes on them (7.3.2.2, 7.2.1-b, table C.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from medcloud.model import Region, Tier
from medcloud.model.volume import Disk
from medcloud.plan.addressing import Ground
from medcloud.plan.compute.placement import Placement
from medcloud.plan.names import centre_labels, name, workload_name
from medcloud.plan.protection.levels import protection
from medcloud.plan.storage import TierPlan, VolumePlan
from medcloud.standard.decides import decides

CIPHER, KEY_BITS = "aes-xts-plain64", 256
"""What cinder, castellan and barbican can make keys for; see docs/plan.md on SM4. Cinder reads them as
QEMU's `aes-256` in XTS mode (7.2.1-c): the length is AES's, not that of XTS's two keys together."""


@decides("7.2.1-b")
def tiers(region: Region, centre: str, placed: tuple[Placement, ...]) -> tuple[TierPlan, ...]:
    """The tiers that volumes in a centre use, plain or encrypted, in the order of the clause."""
    used = {
        (tier, _encrypted(region, placement.workload))
        for placement in placed
        for tier in region.workloads[placement.workload].tiers
    }
    return tuple(
        _tier(region, centre, id_, tier, encrypted)
        for id_, tier in region.storage.tiers().items()
        for encrypted in (False, True)
        if (id_, encrypted) in used
    )


@decides("7.2.1-b")
def volumes(ground: Ground, placement: Placement, index: int) -> tuple[VolumePlan, ...]:
    """The data volumes of an instance."""
    disks = ground.region.workloads[placement.workload].disks
    return tuple(_volume(ground, placement, index, name, disk) for name, disk in disks.items())


def _volume(ground: Ground, placement: Placement, index: int, name: str, disk: Disk) -> VolumePlan:
    region = ground.region
    encrypted = _encrypted(region, placement.workload)
    return VolumePlan(
        name=workload_name(region, placement.centre, placement.workload, index, name),
        size_gib=disk.gib,
        tier=_id(disk.tier, encrypted),
        volume_type=_type(region, placement.centre, disk.tier, encrypted),
        encrypted=encrypted,
        labels=ground.labels(placement),
    )


@decides("7.3.2.2-a")
def boot_volume(ground: Ground, placement: Placement, index: int) -> VolumePlan | None:
    """What a database boots from, on the tier of its data: its server moves as a whole (7.3.2.2-a)."""
    found = ground.region.workloads[placement.workload]
    if found.kind != "database":
        return None
    made = _volume(ground, placement, index, "system", Disk(found.size.system_gib, found.tier))
    return replace(made, name=name(ground.region, placement.centre, placement.workload, index, "system"))


def _tier(region: Region, centre: str, id_: str, tier: Tier, encrypted: bool) -> TierPlan:
    existing = tier.encrypted_type if encrypted else tier.type
    return TierPlan(
        id=_id(id_, encrypted),
        centre=centre,
        volume_type=_type(region, centre, id_, encrypted),
        encrypted=encrypted,
        cipher=CIPHER if encrypted else None,
        key_bits=KEY_BITS if encrypted else None,
        iops=tier.iops,
        extra_specs=_placed(region, centre, id_),
        existing=existing.existing if existing else None,
        labels=centre_labels(region, centre),
        copies=_copies(tier),
        erasure=str(tier.erasure) if tier.erasure else None,
        sm4=tier.sm4,
    )


def _copies(tier: Tier) -> int | None:
    """An array has its own ways, where the region file says nothing else."""
    of_array = tier.backend == "centralised" and "copies" not in tier.model_fields_set
    return None if tier.erasure or of_array else tier.copies


@decides("7.3.2.5-a", "6.1.2-a")
def _placed(region: Region, centre: str, tier: str) -> Mapping[str, str]:
    """What keeps a tier's volumes on its backend: array or hosts (7.3.2.5-a), SSD or HDD (6.1.2-a)."""
    named = {str(id_): name for id_, name in region.centres[centre].backends.items()}
    return MappingProxyType({"volume_backend_name": named[tier]} if tier in named else {})


def _encrypted(region: Region, workload: str) -> bool:
    return protection(region, workload).encrypted


def _id(tier: str, encrypted: bool) -> str:
    return f"{tier}-encrypted" if encrypted else tier


def _type(region: Region, centre: str, tier: str, encrypted: bool) -> str:
    found = {str(id_): t for id_, t in region.storage.tiers().items()}[tier]
    existing = found.encrypted_type if encrypted else found.type
    return existing.existing if existing else name(region, centre, _id(tier, encrypted))
