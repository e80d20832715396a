"""What stands by the lock stays where it is, and does not vanish unsaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import ip_network

from medcloud.model import Region
from medcloud.model.institutions import prefixes_outside
from medcloud.model.known import few
from medcloud.model.lan import TRANSLATED
from medcloud.plan.lock import Lock
from medcloud.plan.network.numbers.prefixes import inside
from medcloud.plan.network.scheme import Network
from medcloud.standard.prefixes import overlap
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def owner(region: Region, lock: Lock) -> Iterator[Problem]:
    """The lock of another region: its numbers belong to what that one has made."""
    of = lock.texts("region").get("id")
    if of is not None and of != region.region.id:
        yield Problem(
            ("region", "id"),
            Text(
                f"旁边的锁文件属于区域 {of}，不是 {region.region.id}",
                f"the lock file beside it is that of region {of}, not of {region.region.id}",
            ),
            Text(
                f"写 {of}；新区域请放到自己的文件夹，并删去复制来的锁文件",
                f"write {of}; give a new region a folder of its own, without the lock file that was copied",
            ),
        )


def gone(region: Region, lock: Lock) -> Iterator[Problem]:
    """No workload at all, where the lock holds servers."""
    held = {key.split("/")[3] for key in lock.section("instances")}
    if held and not region.workloads:
        yield Problem(
            ("workloads",),
            Text(
                f"没有业务，而锁文件中有 {len(held)} 个业务的编号：整个区域将被删除",
                f"there is no workload, and the lock holds the numbers of {len(held)}: all would be deleted",
            ),
            Text(
                "写回业务；若确要撤销区域，先运行 pulumi destroy，再删去锁文件",
                "write the workloads back; to give the region up, pulumi destroy, then delete the lock file",
            ),
        )


def outside(region: Region, lock: Lock) -> Iterator[Problem]:
    """Networks of partners and LANs of tenants that lie upon what a centre stands on."""
    standing = [
        (centre, net)
        for centre, field, net in _standing(region, lock)
        if getattr(region.centres[centre], field) is None
    ]
    for loc, prefix in prefixes_outside(region):
        centre, stands = next((each for each in standing if overlap(prefix, each[1])), ("", None))
        if stands is not None:
            yield Problem(
                loc,
                Text(
                    f"{prefix} 与中心 {centre} 已使用的 {stands} 重叠，其地址不得变动",
                    f"{prefix} overlaps {stands}, on which centre {centre} stands and stays",
                ),
                TRANSLATED,
            )


def _standing(region: Region, lock: Lock) -> Iterator[tuple[str, str, Network]]:
    """Centre, field and prefix of what the lock holds for the centres that the region has."""
    for key, text in lock.texts("prefixes").items():
        centre, _, version = key.rpartition("/")
        if centre in region.centres:
            yield centre, f"ipv{version}", ip_network(text)


def prefixes(region: Region, lock: Lock) -> Iterator[Problem]:
    """Blocks of which what stands is no part any more, and centres that are given another prefix."""
    outside: dict[int, list[tuple[str, Network]]] = defaultdict(list)
    for centre, field, standing in _standing(region, lock):
        length = region.centres[centre].prefix_length
        given: Network | None = getattr(region.centres[centre], field)
        if given is None and not inside(standing, getattr(region.networks, field)):
            outside[standing.version].append((centre, standing))
        elif given is not None and given != standing:
            yield _stays(centre, field, standing, str(standing))
        elif standing.version == 4 and length not in (None, standing.prefixlen):
            yield _stays(centre, "prefix_length", standing, str(standing.prefixlen))
    for family, moved in outside.items():
        told = few(f"{centre} {standing}" for centre, standing in moved)
        lines = few(f"centres.{centre}.ipv{family}: {standing}" for centre, standing in moved)
        yield Problem(
            ("networks", f"ipv{family}"),
            Text(
                f"不再包含各中心已使用的网段（{told}），地址不得变动",
                f"it no longer holds what centres stand on ({told}); their addresses never move",
            ),
            Text(f"写回原网段，或写 {lines}", f"write the block as it was, or write {lines}"),
        )


def _stays(centre: str, field: str, standing: Network, write: str) -> Problem:
    return Problem(
        ("centres", centre, field),
        Text(
            f"中心 {centre} 已使用 {standing}，地址不得变动",
            f"centre {centre} stands on {standing}; its addresses never move",
        ),
        Text(f"写 {write}，或新建一个中心", f"write {write}, or add a new centre instead"),
    )
