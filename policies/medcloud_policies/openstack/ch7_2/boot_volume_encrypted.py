"""Volumes that a server makes while it boots are encrypted like any other."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_VOLUME_TYPES

_MADE = ("image", "blank", "snapshot")


def _judge(r: Resource) -> Iterator[str]:
    for device in r.nodes("blockDevices"):
        made = device.word("destinationType") == "volume" and device.word("sourceType") in _MADE
        if made and needs_encryption(r):
            name = device.text("volumeType")
            if not r.settings.matches(ENCRYPTED_VOLUME_TYPES, name):
                yield f"level {r.level}, {device.path}volumeType {name or '-'}"


RULE = Rule(
    id="boot-volume-encrypted",
    items=(
        "7.2.1-b",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="critical",
    title=Text(
        "云主机启动时创建的卷同样须加密",
        "Volumes that a server makes while booting are encrypted too",
    ),
    why=Text(
        "由 blockDevices 顺带创建的卷最容易被漏掉。",
        "Volumes made on the side by blockDevices are those that are forgotten.",
    ),
    remedy=Text(
        "在该 blockDevices 项写已加密的 volumeType。",
        "Write an encrypted volumeType into that entry of blockDevices.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
    settings=(
        ENCRYPT_FROM_LEVEL,
        ENCRYPTED_VOLUME_TYPES,
    ),
)
