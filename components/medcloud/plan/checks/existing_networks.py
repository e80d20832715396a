"""Networks that exist hold what is placed in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medcloud.model import Region
from medcloud.plan.compute.placement import Placement, placements
from medcloud.plan.lock import Lock
from medcloud.plan.network.scheme import layout
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_LONGEST_V6 = 112
"""A host's number has 16 bits in IPv6 (docs/plan.md)."""


def existing_networks(region: Region, lock: Lock) -> Iterator[Problem]:
    """Networks whose prefix is too small for the balancers or the instances, by count or by number held."""
    placed: dict[str, Placement] = {}
    vips, instances = Counter[str](), Counter[str]()
    for placement in placements(region):
        placed[placement.network] = placement
        vips[placement.network] += placement.balanced
        instances[placement.network] += placement.instances
    for key, placement in placed.items():
        centre = region.centres[placement.centre]
        found = centre.network(placement.tenant, placement.domain)
        if found is None:
            continue
        by_tenant = f"{placement.tenant}/{placement.domain}"
        loc = (
            "centres",
            placement.centre,
            "networks",
            by_tenant if by_tenant in centre.networks else placement.domain,
        )
        if found.ipv6 is not None and found.ipv6.prefixlen > _LONGEST_V6:
            yield Problem(
                (*loc, "ipv6"),
                Text(
                    f"已有网络的 {found.ipv6} 太小，容不下主机编号",
                    f"{found.ipv6} of the existing network is too small for the numbers of hosts",
                ),
                Text(
                    f"写 /{_LONGEST_V6} 或更大的网段，通常为 /64；没有则删去 ipv6",
                    f"write a /{_LONGEST_V6} or larger, usually a /64, or leave ipv6 out where it has none",
                ),
            )
        room = layout(found.ipv4.prefixlen)
        need_vips = max(vips[key], _highest(lock, "vips", key))
        need_instances = max(instances[key], _highest(lock, "instances", key))
        if need_vips <= room.vips and need_instances <= room.instances:
            continue
        length = next(n for n in range(found.ipv4.prefixlen, 0, -1) if _holds(n, need_vips, need_instances))
        yield Problem(
            (*loc, "ipv4"),
            Text(
                f"已有网络的 {found.ipv4} 容不下 {key} 的 {need_instances} 台与 {need_vips} 个负载均衡",
                f"{found.ipv4} of the existing network does not hold all workloads of {key}: "
                f"{need_instances} instances and {need_vips} balancers",
            ),
            Text(
                f"写 /{length} 或更大的网段，或让 medcloud 新建网络",
                f"write a /{length} or larger prefix of it, or let medcloud make the network",
            ),
        )


def _holds(length: int, vips: int, instances: int) -> bool:
    room = layout(length)
    return vips <= room.vips and instances <= room.instances


def _highest(lock: Lock, section: str, network: str) -> int:
    """One more than the highest number that something in the network holds; 0 when nothing does."""
    held = (number for key, number in lock.section(section).items() if key.startswith(f"{network}/"))
    return max(held, default=-1) + 1
