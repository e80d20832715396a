"""An image is for one architecture: it boots on no other (7.1.2.1-a, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.words import ARCHITECTURES
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@needs_whole("images", "pools")
@decides("7.5.1-c", "7.1.2.1-a")
def one_architecture(region: Region) -> Iterator[Problem]:
    """Entries by system alone that pools of several architectures would boot from."""
    for key in region.images:
        pools = [p for p in region.pools.values() if p.os == key and f"{p.os}/{p.isa}" not in region.images]
        isas = list(dict.fromkeys(pool.isa for pool in pools))
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
