"""Containers whose data needs it are of a storage policy that encrypts."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.options import ENCRYPT_FROM_LEVEL
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import ENCRYPTED_STORAGE_POLICIES


def _judge(r: Resource) -> Iterator[str]:
    if needs_encryption(r) and r.labels.get("encrypted", "").casefold() != "true":
        policy = r.text("storagePolicy") or "default"
        if not r.settings.matches(ENCRYPTED_STORAGE_POLICIES, policy):
            yield f"level {r.level}, storagePolicy {policy}"


RULE = Rule(
    id="container-encrypted",
    items=(
        "7.2.1-b",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="high",
    title=Text(
        "三级及以上数据的对象容器须用加密的存储策略",
        "Containers of level 3 and above use a storage policy that encrypts",
    ),
    why=Text(
        "对象存储的盘被取走时，影像即为明文。",
        "Whoever carries the object store's disks away has the images in clear.",
    ),
    remedy=Text(
        "storagePolicy 用 encryptedStoragePolicies 中的策略，或核实后标注 medcloud-encrypted=true。",
        "Use a policy of encryptedStoragePolicies, or label medcloud-encrypted=true once verified.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge=_judge,
    settings=(
        ENCRYPT_FROM_LEVEL,
        ENCRYPTED_STORAGE_POLICIES,
    ),
)
