"""A name of a core system is forgotten in time for the switch to another centre."""

from collections.abc import Iterator

from medcloud.standard import level
from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_ZONE_DEFAULT = 3600  # seconds, designate's own


def _judge(r: Resource) -> Iterator[str]:
    if not is_core(r.level):
        return
    ttl = r.number("ttl") or _ZONE_DEFAULT
    if ttl > (level(r.level).rto_seconds or 0):
        yield f"ttl {r.text('ttl') or '- (the zone decides)'}, level {r.level}"


RULE = Rule(
    id="record-ttl",
    items=(
        "7.3.1.3-b",
        "C.2-a",
        "C.2-b",
    ),
    severity="medium",
    title=Text(
        "核心系统域名的 TTL 不得长于 RTO",
        "The TTL of a core system's name is within its RTO",
    ),
    why=Text(
        "解析缓存过长，切换到另一中心后客户端仍连旧地址。",
        "With a long TTL clients keep the old address after the switch.",
    ),
    remedy=Text(
        "ttl 不大于该数据级别的 RTO 秒数（四、五级为 300）。",
        "Set ttl to no more than the level's RTO in seconds (300 for levels 4 and 5).",
    ),
    types=(tokens.DNS_RECORD_SET,),
    judge=_judge,
)
