"""The egress rules of one security group together do not go to any target at any port."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import exposure, groups, tokens
from medcloud_policies.reading import net


def _judge(s: Stack) -> Iterator[Violation]:
    for rule, prefix in groups.opened(s, "egress"):
        if net.is_any_port(exposure.ports(rule)):
            yield Violation(rule, f"with the group's other rules: {prefix} at {groups.span(rule)}")


RULE = Rule(
    id="egress-union-any",
    items=(
        "7.2.2-c",
        "6.1.3-b",
    ),
    severity="high",
    title=Text(
        "同一安全组的出向规则合起来不得任意放行",
        "The egress rules of one security group together are not any-to-any",
    ),
    why=Text(
        "把任意目的拆成几段、把端口拆成几截，合起来仍是全放行。",
        "Any target cut into prefixes and ports cut into ranges are still everything.",
    ),
    remedy=Text("只写出真正的目的网段与端口。", "Name only the targets and ports that are needed."),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge_stack=_judge,
)
