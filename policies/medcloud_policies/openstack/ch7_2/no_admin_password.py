"""A server is given no administrator password through the API."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.has("adminPass"):
        yield "adminPass set"


RULE = Rule(
    id="no-admin-password",
    items=(
        "7.2.3.2-d",
        "7.2.3.1-a",
    ),
    severity="high",
    title=Text("不得经接口给云主机设管理员口令", "No administrator password through the API"),
    why=Text(
        "口令会留在元数据与状态里，且多人共用。",
        "The password stays in metadata and state, and several people share it.",
    ),
    remedy=Text(
        "去掉 adminPass，用密钥登录并由堡垒机管控。",
        "Take adminPass out; log in by key through a bastion.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
