"""A server that names its flavor names one of the approved list."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import APPROVED_FLAVORS


def _judge(r: Resource) -> Iterator[str]:
    name = r.text("flavorName")
    if name and not r.settings.matches(APPROVED_FLAVORS, name):
        yield f"flavorName {name}"


RULE = Rule(
    id="instance-flavor-approved",
    items=(
        "7.1.1.2-a",
        "7.5.1-c",
    ),
    severity="high",
    title=Text("云主机规格须在获准清单内", "A server's flavor is on the approved list"),
    why=Text(
        "名单外的规格可能落在未经测评的硬件上。",
        "A flavor off the list may land on hardware that nobody assessed.",
    ),
    remedy=Text(
        "改用清单内的 flavorName，或把它加入 approvedFlavors。",
        "Use a flavorName of the list, or add it to approvedFlavors.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
    settings=(APPROVED_FLAVORS,),
)
