"""The role that may do everything is not given by a stack."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens

_ASSIGNMENTS = (
    tokens.IDENTITY_ROLE_ASSIGNMENT,
    tokens.IDENTITY_INHERIT_ROLE_ASSIGNMENT,
)
_ADMIN = ("admin", "cloud_admin", "administrator")


def _judge(s: Stack) -> Iterator[Violation]:
    for assignment, deciding in s.each(*_ASSIGNMENTS):
        with deciding:
            roles = [r for r in s.targets(assignment, "roleId") if r.type == tokens.IDENTITY_ROLE]
            names = {r.word("name") for r in roles} or {assignment.word("roleId")}
            for name in sorted(names & set(_ADMIN)):
                yield Violation(assignment, f"role {name}")


RULE = Rule(
    id="admin-grant",
    items=(
        "7.2.2-c",
        "7.2.3.3-b",
        "B.4-b",
    ),
    severity="critical",
    title=Text("不得由业务栈授予管理员角色", "The administrator's role is not given by a stack"),
    why=Text(
        "在 OpenStack 中 admin 角色对整个云有效，不限于写明的项目。",
        "In OpenStack the role admin reaches the whole cloud, whatever project it is given in.",
    ),
    remedy=Text(
        "改授 reader、member 或自定义角色；管理员授权走审批。",
        "Give reader, member or a role of your own; administrators are approved one by one.",
    ),
    types=(
        tokens.IDENTITY_ROLE_ASSIGNMENT,
        tokens.IDENTITY_INHERIT_ROLE_ASSIGNMENT,
        tokens.IDENTITY_ROLE,
    ),
    judge_stack=_judge,
)
