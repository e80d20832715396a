"""A public address does not lead to a port whose data is of level 3 or above."""

from collections.abc import Iterator

from medcloud_policies.core.facts import level_item, needs_encryption
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(s: Stack) -> Iterator[Violation]:
    for link, deciding in s.each(tokens.NETWORKING_FLOATING_IP_ASSOCIATE, tokens.NETWORKING_FLOATING_IP):
        with deciding:
            for port in s.targets(link, "portId"):
                if needs_encryption(port):
                    what = f"leads to {port.name}, level {port.level}"
                    yield Violation(link, what, ("7.2.2-a", level_item(port.level)))


RULE = Rule(
    id="floating-target",
    items=(
        "7.2.2-a",
        "C.2-a",
        "C.2-b",
        "C.2-c",
    ),
    severity="critical",
    title=Text(
        "浮动地址不得指向三级及以上数据的端口",
        "A public address does not lead to data of level 3 and above",
    ),
    why=Text(
        "地址本身标成公开，却接到核心系统上，前一条规则看不出来。",
        "An address labelled public but put onto a core system passes the rule for addresses.",
    ),
    remedy=Text(
        "经 DMZ 的负载均衡转发，不直接绑定。",
        "Go through a load balancer in the DMZ instead.",
    ),
    types=(
        tokens.NETWORKING_FLOATING_IP_ASSOCIATE,
        tokens.NETWORKING_PORT,
    ),
    judge_stack=_judge,
)
