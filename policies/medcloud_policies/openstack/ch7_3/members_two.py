"""A pool has two members that work, not one."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.count("members") < 2:
        yield f"{r.count('members')} members"
    elif all(m.flag("backup", default=False) for m in r.nodes("members")):
        yield "all members are backups"
    for member in r.nodes("members"):
        if member.number("weight") == 0 or not member.flag("adminStateUp", default=True):
            yield f"{member.path.rstrip('.')} takes no requests"


RULE = Rule(
    id="members-two",
    items=(
        "7.3.2.3-a",
        "7.5.2.2-d",
        "6.2.1-c",
    ),
    severity="high",
    title=Text("后端池须有两台以上工作成员", "A pool has two working members or more"),
    why=Text(
        "只有一台的池，检查出故障也无处可转。",
        "A pool of one has nowhere to turn when it finds the fault.",
    ),
    remedy=Text(
        "members 写两台以上，backup 之外至少一台。",
        "List two members or more, at least one of them no backup.",
    ),
    types=(tokens.LOADBALANCER_MEMBERS,),
    judge=_judge,
)
