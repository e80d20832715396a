"""Data of level 4 and 5 is never in the public cloud, nor kept at the edge."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if is_core(r.level) and r.label("location").casefold() in ("public", "edge"):
        yield f"level {r.level} in location {r.label('location')}"


RULE = Rule(
    id="level-location",
    items=(
        "A.1-b",
        "C.2-a",
        "C.2-b",
    ),
    severity="critical",
    title=Text(
        "四级及以上数据不得置于公有云，也不得留存于边缘",
        "Data of level 4 and above is neither in the public cloud nor kept at the edge",
    ),
    why=Text(
        "核心数据的主权与访问在公有云上无法自控；边缘节点只作缓存。",
        "In a public cloud nobody here controls who reads core data; the edge is for caches.",
    ),
    remedy=Text(
        "改部署在 medcloud-location=private 的中心。",
        "Place it in a centre with medcloud-location=private.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
    ),
    judge=_judge,
)
