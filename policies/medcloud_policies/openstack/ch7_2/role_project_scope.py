"""A role is given in a project, not in a whole domain."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.has("domainId"):
        yield "domainId instead of projectId"


RULE = Rule(
    id="role-project-scope",
    items=(
        "7.2.2-c",
        "7.2.3.3-b",
    ),
    severity="high",
    title=Text("角色限于项目，不得授予整个域", "A role is given in a project, not in a whole domain"),
    why=Text(
        "域级角色及其继承使一个机构能看到域内所有机构。",
        "A role in a domain, or inherited from it, lets one institution see all others of it.",
    ),
    remedy=Text("用 projectId 代替 domainId。", "Use projectId instead of domainId."),
    types=(
        tokens.IDENTITY_ROLE_ASSIGNMENT,
        tokens.IDENTITY_INHERIT_ROLE_ASSIGNMENT,
    ),
    judge=_judge,
)
