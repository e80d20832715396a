"""A zone is handed to a named project."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.has("targetProjectId"):
        yield "no targetProjectId"


RULE = Rule(
    id="transfer-named-target",
    items=("7.2.2-c",),
    severity="high",
    title=Text("域名区转移须指明目标项目", "A zone is handed to a named project"),
    why=Text(
        "不写目标，任何拿到钥匙的项目都能接走整个域名区。",
        "Without a target any project with the key takes the zone.",
    ),
    remedy=Text("写 targetProjectId。", "Set targetProjectId."),
    types=(tokens.DNS_TRANSFER_REQUEST,),
    judge=_judge,
)
