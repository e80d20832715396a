"""A server is in security groups of its own, not left in the default one."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("networkMode") == "none":
        return
    if any(name.casefold() == "default" for name in r.texts("securityGroups")):
        yield "securityGroups has default"
    if r.count("securityGroups"):
        return
    if not r.count("networks"):
        yield "neither networks nor securityGroups"
    for network in r.nodes("networks"):
        if not network.has("port"):
            yield f"{network.path.rstrip('.')} has no port and securityGroups is empty"


RULE = Rule(
    id="instance-default-group",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text("云主机不得留在默认安全组", "A server is not left in the default security group"),
    why=Text(
        "不写安全组时，云平台用 default 组，同组主机之间全部互通。",
        'Left out, the cloud uses the group "default", whose members all reach one another.',
    ),
    remedy=Text(
        "给 networks 指定自建的 port，或在 securityGroups 写专用安全组。",
        "Give networks a port of your own, or name groups of its own in securityGroups.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
