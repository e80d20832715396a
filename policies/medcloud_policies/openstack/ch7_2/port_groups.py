"""A port names its security groups."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("deviceOwner").startswith("network:"):
        return  # routers, DHCP servers and load balancers, which neutron guards itself
    if r.flag("noSecurityGroups", default=False):
        yield "noSecurityGroups true"
    elif not r.count("securityGroupIds"):
        yield "securityGroupIds not set"


RULE = Rule(
    id="port-groups",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text("端口须指定安全组", "A port names its security groups"),
    why=Text(
        "noSecurityGroups 使端口全开放；不写则落入 default 组。",
        'noSecurityGroups leaves a port open; left out, it falls into the group "default".',
    ),
    remedy=Text(
        "在 securityGroupIds 写专用安全组。",
        "Name groups of its own in securityGroupIds.",
    ),
    types=(tokens.NETWORKING_PORT,),
    judge=_judge,
)
