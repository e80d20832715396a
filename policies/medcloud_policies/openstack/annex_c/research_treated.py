"""What research reaches of level 4 and 5 is masked or under pseudonyms, and its rule says so."""

from collections.abc import Iterator, Mapping, Sequence

from medcloud.standard.words import TREATED, TREATED_FROM, UTILITY_KINDS, sees_treated_only
from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Resource, Rule, Stack, Text, Violation
from medcloud_policies.openstack import exposure, tokens
from medcloud_policies.reading import net

Reached = Mapping[net.Network, Resource]


def _judge(s: Stack) -> Iterator[Violation]:
    reached = _sensitive(s)
    for rule, deciding in s.each(tokens.NETWORKING_SEC_GROUP_RULE):
        with deciding:
            groups = s.targets(rule, "securityGroupId")
            if not exposure.is_direction(rule, "egress") or not any(map(_is_research, groups)):
                continue
            target = _target(s, rule, reached, groups)
            if target is not None and rule.label("data").casefold() not in TREATED:
                yield Violation(rule, f"{exposure.told(rule)}: reaches {target.name}, level {target.level}")


def _is_research(group: Resource) -> bool:
    return group.label("kind").casefold() in TREATED_FROM


def _may_not_see(group: Resource, target: Resource) -> bool:
    """Whether servers of a group get such data treated only: not what they hold themselves."""
    own = group.label("workload") and group.label("workload") == target.label("workload")
    return not own and sees_treated_only(group.label("kind").casefold(), target.level)


def _holds_records(r: Resource) -> bool:
    return is_core(r.level) and r.label("kind").casefold() not in UTILITY_KINDS


def _sensitive(s: Stack) -> Reached:
    """Ports and balancers of levels 4 and 5, by their addresses."""
    found: dict[net.Network, Resource] = {}
    for port, deciding in s.each(tokens.NETWORKING_PORT, tokens.LOADBALANCER_LOAD_BALANCER):
        with deciding:
            if _holds_records(port):
                texts = [fixed.text("ipAddress") for fixed in port.nodes("fixedIps")]
                for address in map(net.network, filter(None, [*texts, port.text("vipAddress")])):
                    if address is not None:
                        found[address] = port
    return found


def _target(s: Stack, rule: Resource, reached: Reached, groups: Sequence[Resource]) -> Resource | None:
    """What a rule leads to that its groups may not see as it is, by its group or by its prefix."""
    return next((r for r in _led_to(s, rule, reached) if any(_may_not_see(g, r) for g in groups)), None)


def _led_to(s: Stack, rule: Resource, reached: Reached) -> Iterator[Resource]:
    yield from filter(_holds_records, s.targets(rule, "remoteGroupId"))
    remote = net.network(rule.text("remoteIpPrefix"))
    if remote is None:
        return  # open to all, which other rules refuse
    if remote in reached:
        yield reached[remote]
    elif remote.num_addresses > 1:
        same = (a for a in reached if a.version == remote.version)
        yield from (reached[a] for a in same if remote.supernet_of(a))  # type: ignore[arg-type]  # same version


RULE = Rule(
    id="research-treated",
    items=("C.3-c",),
    severity="critical",
    title=Text(
        "科研只取得脱敏或假名化的四级及以上数据",
        "Research reaches data of level 4 and above masked or under pseudonyms only",
    ),
    why=Text(
        "科研环境直连病历库，病人即可被认出。",
        "From records as they are, research can tell each patient.",
    ),
    remedy=Text(
        "先脱敏，再在规则说明中写 medcloud-data=masked 或 pseudonymised；否则去掉该规则。",
        "Mask first, then say medcloud-data=masked or pseudonymised in the rule; else take the rule out.",
    ),
    types=(
        tokens.NETWORKING_SEC_GROUP_RULE,
        tokens.NETWORKING_PORT,
        tokens.LOADBALANCER_LOAD_BALANCER,
        tokens.NETWORKING_SEC_GROUP,
    ),
    judge_stack=_judge,
)
