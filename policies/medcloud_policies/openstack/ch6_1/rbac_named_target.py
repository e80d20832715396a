"""What is shared is shared with a named project, not with everybody."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.text("targetTenant") in ("*", ""):
        yield f"{r.text('action')} of a {r.text('objectType')} for everybody"


RULE = Rule(
    id="rbac-named-target",
    items=(
        "6.1.3-b",
        "7.2.2-c",
    ),
    severity="critical",
    title=Text("共享须指明目标项目", "Sharing names its target project"),
    why=Text(
        "targetTenant 为 * 即对全部项目开放。",
        "A targetTenant of * opens it to all projects.",
    ),
    remedy=Text("targetTenant 写具体的项目。", "Name the project in targetTenant."),
    types=(tokens.NETWORKING_RBAC_POLICY_V2,),
    judge=_judge,
)
