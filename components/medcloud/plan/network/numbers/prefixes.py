"""The prefixes of whole centres: what stands stays, new centres get a free slot of the region's block.

Small centres are cut from the end of the block; their indexes follow those of the slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Network, IPv6Network

from medcloud.model.networks import CENTRES, LONGEST_CENTRE
from medcloud.plan.lock.scope import Numbers
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.network.scheme import (
    Network,
    centre_length,
    centre_slots,
    cut,
    from_top,
    small_length,
    units,
)
from medcloud.plan.refused import PlanRefused
from medcloud.standard.prefixes import overlap
from medcloud.text import Text


def inside(a: Network, b: Network) -> bool:
    """Whether prefix a lies in prefix b."""
    return overlap(a, b) and a.prefixlen >= b.prefixlen


class CentrePrefixes:
    """Gives centres their indexes and prefixes."""

    def __init__(self, demand: Demand, standing: Mapping[str, Network]) -> None:
        self.demand = demand
        wanted = {f"{centre}/{version}" for centre in demand.centres for version in (4, 6)}
        self.given: dict[str, Network] = {key: prefix for key, prefix in standing.items() if key in wanted}
        for key, prefix in self.given.items():
            self._check_standing(key, prefix)

    def slots(self) -> int:
        """How many centres the region's blocks hold."""
        return min(centre_slots(self.demand.ipv4), centre_slots(self.demand.ipv6))

    def serve(self, numbers: Numbers) -> None:
        """Gives every centre its index and prefixes; PlanRefused when the block is full."""
        numbers.usable = self._usable
        claimed = {key: p for key, p in self.demand.overrides.items() if key not in self.given}
        for key, prefix in claimed.items():
            self._check_override(key, prefix)
            self.given[key] = prefix
        large = [centre for centre in self.demand.centres if centre not in self.demand.small]
        crowded = len(large) > numbers.limit
        for centre in large:
            if crowded and centre not in numbers.held and self._has_both(centre):
                numbers.held[centre] = 1 + max(numbers.limit - 1, *numbers.held.values(), *numbers.resting)
            if centre not in numbers.held and not (numbers.fresh(centre) or numbers.rested(centre)):
                raise self._full(centre)
            for block in (self.demand.ipv4, self.demand.ipv6):
                self._cut(f"{centre}/{block.version}", block, numbers.held[centre])
        for length in sorted(set(self.demand.small.values())):
            self._serve_small(length, numbers)

    def _serve_small(self, length: int, region: Numbers) -> None:
        """Gives the small centres of one size what they lack, from the end of the blocks."""
        block, step = self.demand.ipv4, 1 << (LONGEST_CENTRE[4] - length)
        taken = set(region.held.values())

        def place(number: int) -> Network:
            return from_top(block, length, (number - CENTRES) // step)

        def usable(number: int) -> bool:
            return (number - CENTRES) % step == 0 and number not in taken and self._is_free(place(number))

        numbers = Numbers(CENTRES, CENTRES + units(block), usable, region.held, region.resting)
        rest = self._free_v6()
        waiting = [centre for centre, own in self.demand.small.items() if own == length]
        for position, centre in enumerate(waiting):
            if centre not in numbers.held and not (numbers.fresh(centre) or numbers.rested(centre)):
                raise self._no_room(centre, block, length, len(waiting) - position)
            if f"{centre}/4" not in self.given:
                self.given[f"{centre}/4"] = place(numbers.held[centre])
            if f"{centre}/6" not in self.given:
                second = next(rest, None)
                if second is None:
                    raise self._no_room(
                        centre, self.demand.ipv6, small_length(self.demand.ipv6), len(waiting) - position
                    )
                self.given[f"{centre}/6"] = second

    def _free_v6(self) -> Iterator[Network]:
        """IPv6 prefixes for small centres that touch nothing, from the end of the block."""
        block = self.demand.ipv6
        length = small_length(block)
        for index in range(1 << (length - block.prefixlen)):
            prefix = from_top(block, length, index)
            if self._is_free(prefix):
                yield prefix

    def _is_free(self, prefix: Network) -> bool:
        return not any(overlap(prefix, other) for other in (*self.given.values(), *self.demand.reserved))

    def _has_both(self, centre: str) -> bool:
        """Whether a centre brings its prefixes along, so that it needs none of the block's slots."""
        return all(f"{centre}/{version}" in self.demand.overrides for version in (4, 6))

    def _cut(self, key: str, block: IPv4Network | IPv6Network, index: int) -> None:
        if key not in self.given:
            self.given[key] = cut(block, centre_length(block), index)

    def _usable(self, index: int) -> bool:
        """Whether the slots of an index touch nothing that is taken."""
        for block in (self.demand.ipv4, self.demand.ipv6):
            if not self._is_free(cut(block, centre_length(block), index)):
                return False
        return True

    def _check_standing(self, key: str, prefix: Network) -> None:
        centre, _, version = key.partition("/")
        block = self.demand.ipv4 if prefix.version == 4 else self.demand.ipv6
        wanted = self.demand.overrides.get(key)
        if wanted == prefix or (wanted is None and inside(prefix, block)):
            return
        raise PlanRefused(
            f"centres.{centre}.ipv{version}",
            Text(
                f"中心 {centre} 已使用 {prefix}，地址不得变动",
                f"centre {centre} stands on {prefix}; its addresses never move",
            ),
            Text(
                f"写 centres.{centre}.ipv{version}: {prefix}，或新建一个中心",
                f"write centres.{centre}.ipv{version}: {prefix}, or add a new centre instead",
            ),
        )

    def _check_override(self, key: str, prefix: Network) -> None:
        centre, _, version = key.partition("/")
        path = f"centres.{centre}.ipv{version}"
        longest = LONGEST_CENTRE[prefix.version]
        if prefix.prefixlen > longest:
            raise PlanRefused(
                path,
                Text(f"{prefix} 太小，容不下一个中心", f"{prefix} is too small for a centre"),
                Text(f"用 /{longest} 或更大的网段", f"give it a /{longest} or larger"),
            )
        for other, taken in self.given.items():
            if overlap(prefix, taken):
                raise PlanRefused(
                    path,
                    Text(
                        f"{prefix} 与 {other.partition('/')[0]} 的 {taken} 重叠",
                        f"{prefix} overlaps {taken} of {other.partition('/')[0]}",
                    ),
                    Text("换一个网段", "choose another prefix"),
                )

    def _full(self, centre: str) -> PlanRefused:
        demand = self.demand
        return PlanRefused(
            "networks",
            Text(
                f"{demand.ipv4} 与 {demand.ipv6} 只容 {self.slots()} 个中心，{centre} 已无网段可用",
                f"{demand.ipv4} and {demand.ipv6} hold {self.slots()} centres; none is left for {centre}",
            ),
            Text(
                f"扩大 networks.ipv4(已分配的网段不变),或给 centres.{centre} 写 ipv4 与 ipv6",
                f"widen networks.ipv4 (what is given out stays), or give centres.{centre} ipv4 and ipv6",
            ),
        )

    def _no_room(self, centre: str, block: Network, length: int, lacking: int) -> PlanRefused:
        name = f"networks.ipv{block.version}"
        return PlanRefused(
            f"centres.{centre}",
            Text(
                f"{block} 中已无 /{length} 可分，{centre} 等 {lacking} 个小中心没有网段",
                f"{block} has no /{length} left; {lacking} small centres, {centre} first, get no prefix",
            ),
            Text(
                f"扩大 {name}（已分配的网段不变），或写更大的 prefix_length（更小的网段）",
                f"widen {name} (what is given out stays), or write a larger prefix_length (a smaller prefix)",
            ),
        )
