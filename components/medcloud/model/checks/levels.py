"""Limits that depend on the level of a workload's data; each stands at its field."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.level_limit import broken
from medcloud.model.region import Region
from medcloud.text.reading.problem import Problem


def levels(region: Region) -> Iterator[Problem]:
    """Fields of workloads that their level allows no such value."""
    for key, workload in region.workloads.items():
        yield from broken(workload, ("workloads", key), workload.kind, workload.level)
