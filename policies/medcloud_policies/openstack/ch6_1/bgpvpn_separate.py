"""BGP VPNs of different projects have no route target in common."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens

_IMPORT, _EXPORT = ("routeTargets", "importTargets"), ("routeTargets", "exportTargets")


def _targets(r: Resource, names: tuple[str, str]) -> set[str]:
    return {target for name in names for target in r.texts(name)}


def _judge(s: Stack) -> Iterator[Violation]:
    vpns = list(s.of(tokens.BGPVPN_V2))
    for vpn in vpns:
        imported = _targets(vpn, _IMPORT)
        for other in vpns:
            if other.text("projectId") != vpn.text("projectId"):
                for target in sorted(imported & _targets(other, _EXPORT)):
                    yield Violation(vpn, f"route target {target} is also of {other.name}")


RULE = Rule(
    id="bgpvpn-separate",
    items=("6.1.3-b",),
    severity="critical",
    title=Text(
        "不同项目的 BGP VPN 路由目标不得重合",
        "BGP VPNs of different projects share no route target",
    ),
    why=Text("路由目标相同的两张专网互相可达。", "Two VPNs with one route target reach each other."),
    remedy=Text(
        "每个机构用自己的 routeTargets。",
        "Give each institution route targets of its own.",
    ),
    types=(tokens.BGPVPN_V2,),
    judge_stack=_judge,
)
