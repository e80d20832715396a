"""What was made for a time is gone when the time is over."""

import re
from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.dates import days_until

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _judge(r: Resource) -> Iterator[str]:
    text = r.labels.get("expires", "")
    end = f"{text}T23:59:59" if _DAY.fullmatch(text) else text  # a day alone is the last one
    left = days_until(end) if text else 0
    if left is None:
        yield "medcloud-expires is no date"
    elif left < 0:
        yield f"medcloud-expires was {-left} days ago"


RULE = Rule(
    id="expiry-past",
    items=(
        "7.2.2-c",
        "C.3-f",
    ),
    severity="low",
    title=Text("临时资源到期须清除", "What was made for a time is gone when it is over"),
    why=Text(
        "过期的临时系统没人维护，却还开着门。",
        "A temporary system past its time is unpatched and still open.",
    ),
    remedy=Text(
        "删除该资源，或更新 medcloud-expires=YYYY-MM-DD。",
        "Delete it, or renew medcloud-expires=YYYY-MM-DD.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
        tokens.NETWORKING_FLOATING_IP,
    ),
    judge=_judge,
)
