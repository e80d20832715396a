"""A flavor has no swap on the host's own disk."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if (r.number("swap") or 0) > 0:
        yield f"swap {r.text('swap')} MiB"


RULE = Rule(
    id="flavor-no-swap",
    items=("7.2.1-b",),
    severity="medium",
    title=Text("规格不得带本地交换盘", "A flavor has no swap on the host's disk"),
    why=Text(
        "内存里的病历会以明文写进物理机磁盘。",
        "Records in memory are written to the host's disk in clear.",
    ),
    remedy=Text("去掉 swap，按需增加内存。", "Take swap out and give more memory."),
    types=(tokens.COMPUTE_FLAVOR,),
    judge=_judge,
)
