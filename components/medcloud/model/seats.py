"""Where a workload is at home and where on standby: by what it says, else by the roles of its centres."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from medcloud.model.region import Region

_FULL_STANDBY_SECONDS = 300
_SMALL_STANDBY_SECONDS = 900


def homes(region: Region, workload: str) -> tuple[str, ...]:
    """The centres that serve, in the order of its pool; all of them exist."""
    found = region.workloads[workload]
    if found.home:
        return _in_order(region, workload, found.home)
    free = [c for c in _suitable(region, workload) if c not in found.standby]
    return tuple(c for c in free if region.centres[c].role != "recovery") or tuple(free)


def standbys(region: Region, workload: str) -> tuple[str, ...]:
    """The centres that wait for the loss of those, in the order of its pool."""
    found = region.workloads[workload]
    if found.standby:
        return _in_order(region, workload, found.standby)
    serving = homes(region, workload)
    suitable = _suitable(region, workload)
    return tuple(c for c in suitable if region.centres[c].role == "recovery" and c not in serving)


def seated(region: Region, workload: str) -> Mapping[str, int]:
    """Instances by centre, in the order of its pool; where there are none it is not placed.

    Where a centre is not there, as many in each as it has at home.
    """
    found = region.workloads[workload]
    offered, wanted = region.offered(workload), found.size.instances
    if not region.centres.keys() >= {*offered}:
        return dict.fromkeys(offered, wanted)
    waiting = standbys(region, workload)
    count = {
        **dict.fromkeys(homes(region, workload), wanted),
        **dict.fromkeys(waiting, standby_instances(found.rto_seconds, wanted)),
    }
    return {centre: count[centre] for centre in offered if count.get(centre)}


@lru_cache(maxsize=64)
def standby_instances(seconds: int | None, instances: int) -> int:
    """Instances on standby, by RTO.

    All of them when the service must be back within five minutes (levels 4 and 5), one to grow from
    within fifteen (level 3), none when there is time to build it anew.
    """
    if seconds is None or seconds > _SMALL_STANDBY_SECONDS:
        return 0
    return instances if seconds <= _FULL_STANDBY_SECONDS else 1


def backup_place(region: Region, workload: str) -> str | None:
    """The centre that keeps its backups; None where no centre but its homes' sites is private."""
    found = region.workloads[workload].backup
    if found and found.place:
        return found.place
    serving = homes(region, workload)
    sites = {region.centres[c].site for c in serving}
    others = [c for c, centre in region.centres.items() if centre.site not in sites]
    recovery = [c for c in others if region.centres[c].role == "recovery"]
    private = [c for c in others if region.centres[c].role == "active"]
    return next(iter((*standbys(region, workload), *recovery, *private)), None)


def replicated(region: Region, workload: str) -> bool:
    """Whether what it writes reaches another centre: by its members, or as copies of its objects."""
    found = region.workloads[workload]
    among_members = any(port.members == "region" for port in found.served)
    private = [c for c in homes(region, workload) + standbys(region, workload) if _is_private(region, c)]
    return len(private) > 1 and (among_members or found.kind in OBJECT_KINDS)


OBJECT_KINDS = frozenset({"pacs", "archive"})
"""Kinds that keep objects, which are copied to the next centre."""


def _is_private(region: Region, centre: str) -> bool:
    return region.centres[centre].role in {"active", "recovery"}


def _in_order(region: Region, workload: str, named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(c for c in region.offered(workload) if c in named)


def _suitable(region: Region, workload: str) -> tuple[str, ...]:
    """Public workloads go to public centres where their pool has any; all others to private ones."""
    found = region.workloads[workload]
    offered = region.offered(workload)
    public = tuple(c for c in offered if region.centres[c].role == "public")
    private = tuple(c for c in offered if region.centres[c].role != "public")
    return (public or private) if found.exposure == "public" else (private or public)
