"""A security group that faces the Internet has no members with data of level 3 or above."""

from collections.abc import Iterator

from medcloud_policies.core.facts import needs_encryption
from medcloud_policies.core.options import PUBLIC_DOMAINS
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import exposure, groups, tokens


def _judge(s: Stack) -> Iterator[Violation]:
    facing: set[str] = set()
    for rule, deciding in s.each(tokens.NETWORKING_SEC_GROUP_RULE):
        with deciding:
            ingress = exposure.is_direction(rule, "ingress") and exposure.is_open(rule)
            if ingress and exposure.is_public_https(rule):
                facing.add(groups.of(s, rule))
    for port, deciding in s.each(tokens.NETWORKING_PORT) if facing else ():
        with deciding:
            here = {
                t.urn for t in s.targets(port, "securityGroupIds") if t.type == tokens.NETWORKING_SEC_GROUP
            }
            literal = set() if here else set(port.texts("securityGroupIds"))
            if needs_encryption(port) and facing & (here | literal):
                yield Violation(port, f"level {port.level}, in a group open to the world at 443")


RULE = Rule(
    id="public-group-members",
    items=(
        "7.2.2-a",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="critical",
    title=Text(
        "对外开放的安全组不得含三级及以上数据的端口",
        "A group that faces the Internet has no members of level 3 and above",
    ),
    why=Text(
        "把规则标成公开、再套到核心系统上，单看规则发现不了。",
        "A rule labelled public on a core system's group passes when it is seen alone.",
    ),
    remedy=Text(
        "公开业务用单独的安全组，核心系统不加入。",
        "Give public services a group of their own and keep core systems out of it.",
    ),
    types=(
        tokens.NETWORKING_PORT,
        tokens.NETWORKING_SEC_GROUP,
        tokens.NETWORKING_SEC_GROUP_RULE,
    ),
    judge_stack=_judge,
    settings=(PUBLIC_DOMAINS,),
)
