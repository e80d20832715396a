"""A VPN between sites is switched on."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("adminStateUp", default=True):
        yield "adminStateUp false"


RULE = Rule(
    id="vpn-up",
    items=(
        "7.2.1-b",
        "A.1-c",
    ),
    severity="high",
    title=Text("站间 VPN 须启用", "The VPN between sites is switched on"),
    why=Text(
        "停用的 VPN 使站间流量中断，或改走明文路径。",
        "With the VPN off traffic between sites stops, or takes a plain path.",
    ),
    remedy=Text("去掉 adminStateUp: false。", "Take adminStateUp: false out."),
    types=(
        tokens.VPNAAS_SITE_CONNECTION,
        tokens.VPNAAS_SERVICE,
    ),
    judge=_judge,
)
