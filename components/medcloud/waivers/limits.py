"""What no waiver can excuse, and how long one may last."""

from __future__ import annotations

from medcloud.standard import item, levels
from medcloud.text import Finding, Place, Text

LONGEST_DAYS = 365
"""From approval to the last day; medcloud's own limit."""

_ENCRYPTION = "7.2.1-"
# What carries traffic between centres, clouds and institutions.
_LINK_MODULES = ("openstack:vpnaas/", "openstack:bgpvpn/", "openstack:index/bgpvpn")
_LINK_COMPONENT = "medcloud:index:SiteLink"
_LINKED = ("centres", "partners", "tenants")


def highest_level() -> int:
    """The highest data level of which something may be waived: all but extremely sensitive data."""
    return levels()[-1].level - 1


def never(item_id: str) -> bool:
    """Whether an item may not be waived at all: the one on the highest data level."""
    return item_id == levels()[-1].item


def concerns(item_id: str, level: int) -> bool:
    """Whether an item is about data of this level: the rows of table C.1 are each about one."""
    return all(row.level == level for row in levels() if row.item == item_id)


def is_link(item_id: str, qualified_type: str) -> bool:
    """Whether a waiver would touch the encryption between centres; ``a$b`` is b within a."""
    return item_id.startswith(_ENCRYPTION) and any(
        part.startswith(_LINK_MODULES) or part == _LINK_COMPONENT for part in qualified_type.split("$")
    )


def is_outside(item_id: str, place: str) -> bool:
    """As is_link, by a place of a region file: whether it is about a centre's or an institution's links."""
    return item_id.startswith(_ENCRYPTION) and place.partition(".")[0] in _LINKED


def no_place(place: Place, text: str) -> Finding:
    """The finding for what is no place of a region file, or too much of one."""
    return Finding(
        place,
        Text(f"不是区域文件中的一处，或过宽：{text}", f"no place of a region file, or over-broad: {text}"),
        Text(
            "写节与条目，及其下的键，如 pools.c86.cores；不含 *、[]",
            "write section, entry and the keys below it, e.g. pools.c86.cores, without * and []",
        ),
    )


def broad(place: Place, pattern: str) -> Finding:
    """The finding for a waiver that is for too much."""
    return Finding(
        place,
        Text(f"豁免范围过宽：{pattern}", f"the waiver is over-broad: {pattern}"),
        Text(
            "逐个写出资源：完整类型::名称；* 只可在名称末尾，其前至少两个词，且不得涵盖该类型的全部资源",
            "name the resources, full type::name; a * only ends a name, after at least two words, and may not"
            " take in all resources of the type",
        ),
    )


def forbidden(place: Place, item_id: str) -> Finding:
    """The finding for an item that may not be waived."""
    title = item(item_id)
    return Finding(
        place,
        Text(f"“{title.title_zh}”不得豁免", f"“{title.title_en}” may not be waived"),
        Text("删去此豁免，改正资源", "remove the waiver and mend the resource"),
        item_id,
    )
