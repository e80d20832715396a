"""An image is for one architecture: it boots on no other (7.1.2.1-a, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._systems import systems
from medcloud.model.checks._whole import needs_whole
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.words import ARCHITECTURES
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@needs_whole("images", "pools")
@decides("7.5.1-c", "7.1.2.1-a")
def one_architecture(region: Region) -> Iterator[Problem]:
    """Entries by system alone that instances of several architectures would boot from."""
    booted = [(system, isa) for _, system, isa in systems(region) if f"{system}/{isa}" not in region.images]
    for key in region.images:
        isas = list(dict.fromkeys(isa for system, isa in booted if system == key))
        if len({ARCHITECTURES[isa] for isa in isas}) > 1:
            lines = [f"{key}/{isa}" for isa in isas]
            yield Problem(
                ("images", key),
                Text(
                    f"一个镜像用于 {'、'.join(isas)}，只能在其中一种架构上启动",
                    f"one image for {', '.join(isas)}: it boots on one architecture only",
                ),
                Text(
                    f"分别写 {'、'.join(lines)}",
                    f"write an entry for each: {', '.join(lines)}",
                ),
                "7.5.1-c",
                of_key=True,
            )


@needs_whole("images", "pools")
@decides("7.1.2.1-a")
def one_system(region: Region) -> Iterator[Problem]:
    """Workloads of a system of their own whose image is one that their pool has for another system."""
    has: dict[tuple[str, str], str] = {}
    for key, pool in region.pools.items():
        has[key, _existing(region, pool.os, pool.isa)] = pool.os
    for key, workload in region.workloads.items():
        if workload.os is None or workload.pool not in region.pools:
            continue
        image = _existing(region, workload.os, region.pools[workload.pool].isa)
        other = has.setdefault((workload.pool, image), workload.os)
        if image and other != workload.os:
            yield Problem(
                ("workloads", key, "os"),
                Text(
                    f"{other} 与 {workload.os} 用同一镜像 {image}，只能是其中一种系统",
                    f"{other} and {workload.os} have the one image {image}, which is of one system",
                ),
                Text(
                    f"在 images 为 {workload.os} 写另一镜像，或写 os: {other}",
                    f"write another image for {workload.os} under images, or os: {other}",
                ),
                "7.1.2.1-a",
            )


def _existing(region: Region, system: str, isa: str) -> str:
    """Name of the image that exists for a system; empty where it is made, or where there is none."""
    found = region.images.get(f"{system}/{isa}") or region.images.get(system)
    return (found.existing or "") if found else ""
