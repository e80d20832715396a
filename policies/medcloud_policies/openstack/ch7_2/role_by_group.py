"""Roles are given to groups, not to single users."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.has("userId"):
        yield "userId instead of groupId"


RULE = Rule(
    id="role-by-group",
    items=(
        "7.2.2-c",
        "7.2.3.3-b",
        "B.4-b",
    ),
    severity="medium",
    title=Text("角色授予用户组而非个人", "Roles are given to groups, not to single users"),
    why=Text(
        "逐人授权的权限没人定期清理，离岗后仍在。",
        "Rights given person by person are never reviewed and outlast the job.",
    ),
    remedy=Text(
        "用 groupId 代替 userId，人员通过 UserMembershipV3 入组。",
        "Use groupId instead of userId; people join by UserMembershipV3.",
    ),
    types=(
        tokens.IDENTITY_ROLE_ASSIGNMENT,
        tokens.IDENTITY_INHERIT_ROLE_ASSIGNMENT,
    ),
    judge=_judge,
)
