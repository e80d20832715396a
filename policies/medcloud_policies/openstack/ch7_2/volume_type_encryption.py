"""A volume type that is called encrypted is."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_VOLUME_TYPES


def _judge(s: Stack) -> Iterator[Violation]:
    # The provider has no resource for a type's encryption; a dynamic one of this name makes it.
    encrypting = [r for r in s.resources if "VolumeTypeEncryption" in r.type]
    encrypted = {
        t.urn for r in encrypting for p in ("volume_type_id", "volumeTypeId") for t in s.targets(r, p)
    }
    for made, deciding in s.each(tokens.BLOCKSTORAGE_VOLUME_TYPE_V3):
        with deciding:
            claimed = s.settings.matches(ENCRYPTED_VOLUME_TYPES, made.text("name") or made.name)
            if claimed and made.urn not in encrypted and made.label("encrypted").casefold() != "true":
                yield Violation(
                    made, f"name {made.text('name') or made.name}: no encryption, no medcloud-encrypted"
                )


RULE = Rule(
    id="volume-type-encryption",
    items=(
        "7.2.1-b",
        "7.2.1-c",
    ),
    severity="high",
    title=Text("名为加密的卷类型须确已加密", "A volume type that is called encrypted is encrypted"),
    why=Text(
        "只改名字不配加密，名称清单就被骗过了。",
        "With the name alone and no encryption the list of names is fooled.",
    ),
    remedy=Text(
        "为卷类型配置加密（组件 StorageTier 会做），或由管理员核实后标注 medcloud-encrypted=true。",
        "Give the type its encryption (StorageTier does), or label it medcloud-encrypted=true once verified.",
    ),
    types=(tokens.BLOCKSTORAGE_VOLUME_TYPE_V3,),
    judge_stack=_judge,
    settings=(ENCRYPTED_VOLUME_TYPES,),
)
