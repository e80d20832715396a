"""A volume is not labelled with a lower level than the server that writes to it."""

from collections.abc import Iterable, Iterator

from medcloud_policies.core.facts import level_item, needs_encryption
from medcloud_policies.core.rule import Resource, Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(s: Stack) -> Iterator[Violation]:
    for link, deciding in s.each(tokens.COMPUTE_VOLUME_ATTACH):
        with deciding:
            servers = [t for t in s.targets(link, "instanceId") if t.type == tokens.COMPUTE_INSTANCE]
            for server in servers:
                yield from _lower(server, s.targets(link, "volumeId"))
    for server, deciding in s.each(tokens.COMPUTE_INSTANCE):
        with deciding:
            yield from _lower(server, s.targets(server, "blockDevices"))


def _lower(server: Resource, attached: Iterable[Resource]) -> Iterator[Violation]:
    for volume in (t for t in attached if t.type == tokens.BLOCKSTORAGE_VOLUME):
        if needs_encryption(server) and volume.level < server.level:
            what = f"level {volume.level or '-'}, its server {server.name} {server.level}"
            yield Violation(volume, what, ("7.2.2-b", level_item(server.level)))


RULE = Rule(
    id="level-not-lowered",
    items=(
        "7.2.2-b",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="high",
    title=Text(
        "卷的数据级别不得低于挂载它的云主机",
        "A volume's level is not below that of the server it is attached to",
    ),
    why=Text(
        "把数据盘标低一级，加密与容灾规则就都不再要求它。",
        "Labelled lower, a data volume escapes the rules for encryption and recovery.",
    ),
    remedy=Text(
        "让卷的 medcloud-level 不低于云主机的。",
        "Give the volume a medcloud-level no lower than the server's.",
    ),
    types=(
        tokens.COMPUTE_VOLUME_ATTACH,
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
    ),
    judge_stack=_judge,
)
