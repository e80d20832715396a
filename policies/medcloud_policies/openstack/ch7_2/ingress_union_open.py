"""The rules of one security group together do not open it to the world."""

from collections.abc import Iterator

from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import groups, tokens


def _judge(s: Stack) -> Iterator[Violation]:
    opened = groups.opened(s, "ingress")
    for rule, prefix in opened:
        yield Violation(rule, f"with the group's other rules: {prefix} at port {groups.first_port(rule)}")
    wide = {groups.of(s, rule) for rule, _ in opened} | groups.single_open(s)
    for rule, deciding in s.each(tokens.NETWORKING_SEC_GROUP_RULE):
        with deciding:
            if rule.has("remoteGroupId") and rule.word("direction") == "ingress":
                source = s.key(rule, "remoteGroupId", tokens.NETWORKING_SEC_GROUP)
                if source in wide and source != groups.of(s, rule):
                    yield Violation(rule, "remoteGroupId is a group that is open to the world itself")


RULE = Rule(
    id="ingress-union-open",
    items=(
        "7.2.2-a",
        "6.5-b",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text(
        "同一安全组的多条规则合起来不得对全网开放",
        "The rules of one security group together are not open to the world",
    ),
    why=Text(
        "把全网拆成许多网段分别放行，效果与放行全网相同；来源组自身开放也是如此。",
        "The world in many pieces is the world; so is a source group that itself is open.",
    ),
    remedy=Text(
        "只写出真正的来源网段；来源组自身也须收紧。",
        "Name only the prefixes that are sources; close the source group itself too.",
    ),
    types=(tokens.NETWORKING_SEC_GROUP_RULE,),
    judge_stack=_judge,
    settings=(PUBLIC_DOMAINS,),
)
