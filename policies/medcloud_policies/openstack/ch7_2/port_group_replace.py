"""Groups put onto a port by hand replace what was there, the default group included."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if not r.flag("enforce", default=False):
        yield "enforce is not true"
    elif not r.count("securityGroupIds"):
        yield "securityGroupIds is empty"


RULE = Rule(
    id="port-group-replace",
    items=("7.2.2-a",),
    severity="medium",
    title=Text("给端口追加安全组时须取代原有的", "Groups put onto a port replace what was there"),
    why=Text(
        "不取代时，端口仍留在 default 组里。",
        'Otherwise the port stays in the group "default" as well.',
    ),
    remedy=Text(
        "设 enforce: true 并写全 securityGroupIds。",
        "Set enforce: true and list all groups in securityGroupIds.",
    ),
    types=(tokens.NETWORKING_PORT_SEC_GROUP_ASSOCIATE,),
    judge=_judge,
)
