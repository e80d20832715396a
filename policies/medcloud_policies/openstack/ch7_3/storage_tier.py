"""Core systems do not lie on a slow tier."""

from collections.abc import Iterator

from medcloud.standard.words import FAST_KINDS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import SLOW_VOLUME_TYPES


def _judge(r: Resource) -> Iterator[str]:
    kind, name = r.label("kind").casefold(), r.text("volumeType")
    if kind in FAST_KINDS and r.settings.matches(SLOW_VOLUME_TYPES, name):
        yield f"kind {kind}, volumeType {name}"


RULE = Rule(
    id="storage-tier",
    items=(
        "7.3.2.2-b",
        "7.3.2.2-a",
        "7.3.2.5-a",
        "6.1.2-a",
    ),
    severity="medium",
    title=Text("核心系统不得放在低速存储层", "Core systems do not lie on a slow tier"),
    why=Text(
        "HIS、EMR 与数据库放在归档盘上，门诊高峰即卡死。",
        "With HIS, EMR or a database on archive disks the clinic stands still at its busiest hour.",
    ),
    remedy=Text(
        "volumeType 选高性能块存储或集中式存储层。",
        "Choose a tier of fast block or centralised storage in volumeType.",
    ),
    types=(tokens.BLOCKSTORAGE_VOLUME,),
    judge=_judge,
    settings=(SLOW_VOLUME_TYPES,),
)
