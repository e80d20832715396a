"""A tier loses no data with one failure, by copies or by an erasure code (7.3.2.3-b, 7.3.2.4-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def either(region: Region) -> Iterator[Problem]:
    """Tiers that say both, of which one alone can be."""
    for key, tier in region.storage.tiers().items():
        if tier.erasure is not None and "copies" in tier.model_fields_set:
            yield Problem(
                ("storage", key, "erasure"),
                Text(
                    f"{key} 层已写 copies: {tier.copies}，不能又用纠删码",
                    f"tier {key} has copies: {tier.copies}, so it has no erasure code",
                ),
                Text("copies 与 erasure 只写其一", "write one of copies and erasure"),
            )


def split(region: Region) -> Iterator[Problem]:
    """Erasure codes that split nothing: these are copies."""
    for key, tier in region.storage.tiers().items():
        if tier.erasure is not None and tier.erasure.data < 2:  # one piece is the whole
            copies = tier.erasure.data + tier.erasure.parity
            yield Problem(
                ("storage", key, "erasure", "data"),
                Text("只有一块数据，这是副本而非纠删码", "one piece of data is a copy, no erasure code"),
                Text(
                    f"写 2 或更大，或改写 copies: {copies}", f"write 2 or more, or copies: {copies} instead"
                ),
            )


@decides("7.3.2.5-a")
def spread(region: Region) -> Iterator[Problem]:
    """Erasure codes over hosts, of a tier that is in one array."""
    for key, tier in region.storage.tiers().items():
        if tier.erasure is not None and tier.backend == "centralised":
            other = key != "database"  # which is in an array by its nature
            zh, en = (
                f"，或写 storage.{key}.backend: distributed",
                f", or write storage.{key}.backend: distributed",
            )
            yield Problem(
                ("storage", key, "erasure"),
                Text(
                    f"{key} 层用集中式存储，纠删码属于分布式存储",
                    f"tier {key} is centralised; an erasure code is of distributed storage",
                ),
                Text(
                    "删去 erasure（阵列自有 RAID）" + zh * other,
                    "leave erasure out (an array has its RAID)" + en * other,
                ),
                "7.3.2.5-a",
            )
