"""What should be settled about recovery that no file is refused for."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model import Region
from medcloud.model.levels import sensitive
from medcloud.model.masking import treatments
from medcloud.model.recovery import CLOSEST
from medcloud.model.room import tiers_of
from medcloud.model.seats import replicated, standbys
from medcloud.plan.network.records import named_in
from medcloud.plan.protection import Advice
from medcloud.standard import level, levels
from medcloud.standard.decides import decides
from medcloud.text import Text


def advice(region: Region) -> tuple[Advice, ...]:
    """One for each cause, with the workloads that it is about."""
    return (
        *_unreplicated(region),
        *_by_aes(region),
        *_unsaved(region),
        *_treated(region),
        *_unnamed(region),
    )


@decides("C.2-a", "C.2-b")
def _unreplicated(region: Region) -> Iterator[Advice]:
    """Sensitive data whose RPO is shorter than backups can be apart, without replication (C.2-a, -b)."""
    for row in (4, 5):
        about = tuple(
            key
            for key, workload in region.workloads.items()
            if workload.level == row and _is_close(workload.rpo_seconds) and not replicated(region, key)
        )
        if sensitive(row) and about:
            text = Text(
                "RPO 短于任何备份的间隔，而文件未写数据如何复制到其他中心",
                "their RPO is shorter than any interval of backups, and nothing says how their data reach "
                "other centres at once",
            )
            yield Advice(level(row).item, text, about)


def _is_close(rpo: int | None) -> bool:
    return rpo is not None and rpo < CLOSEST


@decides("C.2-b", "C.2-c")
def _by_aes(region: Region) -> Iterator[Advice]:
    """Data to be encrypted by SM4, on a tier without it, where the file says that others have it."""
    tiers = region.storage.tiers()
    for row in levels() if any(tier.sm4 for tier in tiers.values()) else ():
        about = tuple(
            key
            for key, workload in region.workloads.items()
            if workload.level == row.level and any(tiers[tier].sm4 is None for tier in tiers_of(workload))
        )
        if row.cipher.startswith("sm4") and about:
            text = Text(
                "所在的存储层未写 sm4：卷只由 cinder 以 AES-256 加密（7.2.1-c）",
                "their storage tiers say no sm4: cinder alone encrypts their volumes, by AES-256 (7.2.1-c)",
            )
            yield Advice(row.item, text, about)


@decides("6.4-a")
def _unsaved(region: Region) -> Iterator[Advice]:
    """Data that may not be lost at will, without backups (6.4-a)."""
    about = tuple(k for k, w in region.workloads.items() if w.rpo_seconds is not None and w.backup is None)
    if about:
        yield Advice(
            "6.4-a", Text("未写备份（backup）", "nothing says how they are backed up (backup)"), about
        )


@decides("C.3-c")
def _treated(region: Region) -> Iterator[Advice]:
    """Data that are given masked or under pseudonyms: the file says so, and software must do it (C.3-c)."""
    about = tuple(key for key in region.running if treatments(region, key))
    if about:
        yield Advice(
            "C.3-c",
            Text(
                "声明了脱敏或假名化：由业务或其接口完成，medcloud 只放行并标注，请留存检验记录",
                "masking is said here and done by the workloads: medcloud lets through and labels; keep the "
                "records of its tests",
            ),
            about,
        )


@decides("7.3.2.4-a")
def _unnamed(region: Region) -> Iterator[Advice]:
    """Workloads that other clouds take over, while their names are kept in one alone and lost with it."""
    kept = named_in(region)
    homes = {(region.centres[id_].cloud, region.centres[id_].region) for id_ in kept}
    if len(homes) != 1:
        return
    waiting = {id_ for id_, centre in region.centres.items() if (centre.cloud, centre.region) not in homes}
    about = tuple(key for key in region.workloads if waiting & {*standbys(region, key)})
    if about:
        yield Advice(
            "7.3.2.4-a",
            Text(
                f"域名只存于 {kept[0]} 的云，随之丢失：请在灾备中心写 dns: true",
                f"their names are kept in the cloud of {kept[0]} alone and lost with it: write dns: true in "
                "the centre that takes over",
            ),
            about,
        )
