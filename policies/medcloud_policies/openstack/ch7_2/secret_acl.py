"""A list of who may read a secret is really a restriction."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    read = r.node("acl").node("read")
    if read.count("users") and read.flag("projectAccess", default=True):
        yield "acl.read names users but projectAccess is not false"


RULE = Rule(
    id="secret-acl",
    items=(
        "7.2.2-c",
        "7.2.2-b",
    ),
    severity="high",
    title=Text("密钥的读取名单须真正生效", "A secret's list of readers is a real restriction"),
    why=Text(
        "projectAccess 默认为 true，列了用户也仍是全项目可读。",
        "projectAccess is true unless set: beside the users on the list the whole project can read.",
    ),
    remedy=Text(
        "在 acl.read 中设 projectAccess: false 并列出 users。",
        "Set projectAccess: false in acl.read and list users.",
    ),
    types=(
        tokens.KEYMANAGER_SECRET_V1,
        tokens.KEYMANAGER_CONTAINER_V1,
    ),
    judge=_judge,
)
