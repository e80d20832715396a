"""Data that callers get masked or under pseudonyms, said by the workload that gives them (C.3-c)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from medcloud.model.callers import expand

if TYPE_CHECKING:
    from medcloud.model.region import Region

Treatment = Literal["masked", "pseudonymised"]
"""What is done to data before a caller gets them: no person can be told any more, or only by a key."""
TREATMENTS: tuple[Treatment, ...] = ("masked", "pseudonymised")


def treatments(region: Region, key: str) -> Mapping[str, Treatment]:
    """What callers of a workload get, by caller; whom it does not name gets data as they are."""
    workload = region.workloads[key]
    lists = zip(TREATMENTS, (workload.masked, workload.pseudonymised), strict=True)
    return {caller: way for way, named in lists for caller in expand(region, key, named)}
