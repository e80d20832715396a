"""Nothing secret is written into metadata, labels or tags."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import scan

_MAPS = ("metadata", "properties", "extraSpecs", "labels", "extra")


def _judge(r: Resource) -> Iterator[str]:
    for name in _MAPS:
        for key, value in r.node(name).items():
            for kind in scan.named(key, value):
                yield f"{name}.{key[:60]}: {kind}"
    for option in r.nodes("extraDhcpOptions"):
        for kind in scan.named(option.text("name"), option.text("value")):
            yield f"{option.path}value: {kind}"
    for tag in r.texts("tags"):
        key, _, value = tag.partition("=")
        for kind in scan.named(key, value):
            yield f"tag {key[:60]}: {kind}"
    for found in scan.secrets(r.text("description")):
        yield f"description {found}"


RULE = Rule(
    id="metadata-secret",
    items=(
        "7.2.1-b",
        "7.2.2-b",
    ),
    severity="critical",
    title=Text("元数据、标签不得写入机密", "Metadata, labels and tags hold no secrets"),
    why=Text(
        "元数据对项目内所有人可读，并出现在日志与账单里。",
        "Metadata is read by everybody in the project, and turns up in logs and bills.",
    ),
    remedy=Text(
        "机密放密钥管理服务，元数据只写引用。",
        "Keep it in the key manager and write only the reference.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.BLOCKSTORAGE_VOLUME_TYPE_V3,
        tokens.COMPUTE_AGGREGATE_V2,
        tokens.COMPUTE_FLAVOR,
        tokens.IMAGES_IMAGE,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.OBJECTSTORAGE_ACCOUNT_V1,
        tokens.SHAREDFILESYSTEM_SHARE,
        tokens.KEYMANAGER_SECRET_V1,
        tokens.CONTAINERINFRA_CLUSTER,
        tokens.CONTAINERINFRA_CLUSTER_TEMPLATE,
        tokens.CONTAINERINFRA_NODE_GROUP,
        tokens.NETWORKING_PORT,
        tokens.IDENTITY_USER,
    ),
    judge=_judge,
)
