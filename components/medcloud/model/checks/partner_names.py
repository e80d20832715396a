"""Names of partners lead to their own addresses, and are nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.2.2-c")
def elsewhere(region: Region) -> Iterator[Problem]:
    """Names that lead out of a partner's prefixes, where no rule lets anybody."""
    for key, partner in region.partners.items():
        for name, addresses in partner.names.items():
            for index, address in enumerate(addresses):
                if not any(address in prefix for prefix in partner.prefixes):
                    yield Problem(
                        ("partners", key, "names", name, index),
                        Text(
                            f"{address} 不在 {key} 的网段内，没有规则放行",
                            f"{address} is in no prefix of {key}, so no rule lets anybody there",
                        ),
                        Text(
                            f"写 {key} 网段内的地址，或把它加入 partners.{key}.prefixes",
                            f"write an address within its prefixes, or add it to partners.{key}.prefixes",
                        ),
                        "7.2.2-c",
                    )


def owned(region: Region) -> Iterator[Problem]:
    """Names of two partners, and names in the region's own zone."""
    known: dict[str, str] = {}
    own = region.region.domain
    for key, partner in region.partners.items():
        for name in partner.names:
            loc = ("partners", key, "names", name)
            first = known.setdefault(name, key)
            if name == own or name.endswith(f".{own}") or own.endswith(f".{name}"):
                yield Problem(
                    loc,
                    Text(f"{name} 与区域的域名 {own} 重叠", f"{name} overlaps the region's own zone {own}"),
                    Text("写合作方自己的域名", "write the partner's own name"),
                )
            elif first != key:
                yield Problem(
                    loc,
                    Text(f"{name} 已属 {first}", f"{name} is a name of {first} already"),
                    Text("只写在一家合作方", "write it at one of the two"),
                )
