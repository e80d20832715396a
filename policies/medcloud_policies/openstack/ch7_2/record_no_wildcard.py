"""Names are given one by one, not by wildcard."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.text("name").startswith("*"):
        yield f"name {r.text('name')}"


RULE = Rule(
    id="record-no-wildcard",
    items=("7.2.3.2-d",),
    severity="medium",
    title=Text("域名须逐一登记，不得用通配", "Names are given one by one, not by wildcard"),
    why=Text(
        "通配记录使仿冒名称也能解析到业务地址。",
        "With a wildcard any invented name resolves, which makes impostors credible.",
    ),
    remedy=Text("为每个名称写一条记录。", "Write a record for each name."),
    types=(tokens.DNS_RECORD_SET,),
    judge=_judge,
)
