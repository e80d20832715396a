"""What the data level asks for (table C.1, 7.2.1-b)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from medcloud.model import Region
from medcloud.model.recovery import Backup
from medcloud.model.seats import backup_place
from medcloud.plan.protection import BackupPlan, Protection
from medcloud.standard import level
from medcloud.standard.decides import decides


@decides("7.2.1-b", "6.1.2-b", "6.4-a")
def protection(region: Region, workload: str) -> Protection:
    """What a workload's data level asks for in this region, which may read 7.2.1-b strictly.

    RPO and RTO are the workload's own where they are stricter; its backups are as it says.
    """
    said = region.workloads[workload]
    found = row(said.level)
    return replace(
        found,
        encrypted=found.encrypted or "encrypt_every_level" in region.interpretation,
        rpo_seconds=said.rpo_seconds,
        rto_seconds=said.rto_seconds,
        backup=_backup(region, workload, said.backup) if said.backup else None,
    )


def _backup(region: Region, workload: str, backup: Backup) -> BackupPlan:
    place = backup_place(region, workload)
    if place is None:
        raise ValueError(f"{workload}: no centre for backups")  # the check refuses it
    return BackupPlan(
        method=backup.method,
        every_seconds=int(backup.every),
        full_every_seconds=int(backup.full_every),
        keep_seconds=int(backup.keep),
        place=place,
        tested_every_seconds=int(backup.tested),
    )


@lru_cache(maxsize=8)
@decides("C.2-a", "C.2-b", "C.2-c", "C.2-d", "C.2-e", "7.2.1-b")
def row(data_level: int) -> Protection:
    """The row of table C.1 for a data level (C.2-a, -b, -c, -d, -e; 7.2.1-b)."""
    found = level(data_level)
    return Protection(
        level=data_level,
        rpo_seconds=found.rpo_seconds,
        rto_seconds=found.rto_seconds,
        cipher=found.cipher,
        encrypted=found.volume_encryption == "required",
        access=found.access,
    )
