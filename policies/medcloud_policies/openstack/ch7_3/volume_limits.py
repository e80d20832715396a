"""A storage QoS states a limit, as a number above zero."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    limits = [(k, v) for k, v in r.node("specs").items() if k.endswith(("_sec", "_sec_per_gb", "IOPS"))]
    if not limits:
        yield "specs has no limit"
    for name, value in limits:
        if not value.isdigit() or int(value) == 0:
            yield f"{name} is no number above zero"


RULE = Rule(
    id="volume-limits",
    items=(
        "7.3.2.2-d",
        "6.1.3-c",
    ),
    severity="low",
    title=Text("存储 QoS 须写出有效的限额", "A storage QoS states a limit"),
    why=Text(
        "空的 QoS 让一个业务占满整个存储。",
        "With an empty QoS one system takes all of the storage.",
    ),
    remedy=Text(
        "在 specs 写 total_iops_sec 或 total_bytes_sec。",
        "Write total_iops_sec or total_bytes_sec into specs.",
    ),
    types=(tokens.BLOCKSTORAGE_QOS_V3,),
    judge=_judge,
)
