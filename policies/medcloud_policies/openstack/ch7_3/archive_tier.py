"""Cold data lies on the tier that is for it."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import SLOW_VOLUME_TYPES


def _judge(r: Resource) -> Iterator[str]:
    name = r.text("volumeType")
    if r.label("kind").casefold() == "archive" and not r.settings.matches(SLOW_VOLUME_TYPES, name):
        yield f"kind archive, volumeType {name or '-'}"


RULE = Rule(
    id="archive-tier",
    items=(
        "7.3.2.2-e",
        "6.1.2-a",
    ),
    severity="low",
    title=Text("冷数据须放在归档存储层", "Cold data lies on the archive tier"),
    why=Text(
        "长期归档占着固态盘，热数据便没有地方；散落各处的冷数据也无从统一管理。",
        "Archives on solid-state disks leave no room for what is in use, and scattered ones are nobody's.",
    ),
    remedy=Text(
        "volumeType 选归档层；名称须合 slowVolumeTypes。",
        "Choose the archive tier in volumeType; its name matches slowVolumeTypes.",
    ),
    types=(tokens.BLOCKSTORAGE_VOLUME,),
    judge=_judge,
    settings=(SLOW_VOLUME_TYPES,),
)
