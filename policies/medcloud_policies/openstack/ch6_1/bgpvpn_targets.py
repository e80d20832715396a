"""A BGP VPN names its route targets."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.count("routeTargets") and not (r.count("importTargets") and r.count("exportTargets")):
        yield "no routeTargets"


RULE = Rule(
    id="bgpvpn-targets",
    items=(
        "6.1.3-b",
        "6.1.3-d",
    ),
    severity="high",
    title=Text("BGP VPN 须写明路由目标", "A BGP VPN names its route targets"),
    why=Text(
        "由云平台代选的目标可能与别的机构重合，两张网即相通。",
        "A target the cloud picks may be another institution's, and then both networks are one.",
    ),
    remedy=Text(
        "写 routeTargets（或 importTargets 与 exportTargets）。",
        "Write routeTargets (or importTargets and exportTargets).",
    ),
    types=(tokens.BGPVPN_V2,),
    judge=_judge,
)
