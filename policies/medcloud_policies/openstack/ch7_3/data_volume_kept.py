"""A core server's data volumes outlive the server."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core_workload
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    for device in r.nodes("blockDevices"):
        data = device.word("destinationType") == "volume" and device.number("bootIndex") != 0
        if data and device.flag("deleteOnTermination", default=False) and is_core_workload(r):
            yield f"{device.path}deleteOnTermination true"


RULE = Rule(
    id="data-volume-kept",
    items=(
        "7.3.2.4-a",
        "6.1.2-b",
    ),
    severity="high",
    title=Text("核心业务数据卷不得随云主机删除", "A core server's data volumes outlive it"),
    why=Text(
        "deleteOnTermination 使删错一台云主机就丢掉数据。",
        "With deleteOnTermination one server deleted by mistake takes its data along.",
    ),
    remedy=Text(
        "数据盘去掉 deleteOnTermination: true，或单独建 Volume。",
        "Take deleteOnTermination: true out of data disks, or make a Volume.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
