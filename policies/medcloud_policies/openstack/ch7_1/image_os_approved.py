"""An image says which operating system it holds, and it is one of the approved list."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_SYSTEMS
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    system = r.node("properties").text("os_distro")
    if not system or not r.settings.matches(APPROVED_SYSTEMS, system):
        yield f"os_distro {system or '-'}"


RULE = Rule(
    id="image-os-approved",
    items=(
        "7.1.2.1-a",
        "6.5-c",
        "7.1.1.2-a",
        "7.1.1.4-a",
        "6.2.1-a",
    ),
    severity="high",
    title=Text("镜像的操作系统须在获准清单内", "An image's operating system is on the approved list"),
    why=Text(
        "非国产系统得不到本土的漏洞修复与国密支持。",
        "Other systems get neither local security fixes nor the national ciphers.",
    ),
    remedy=Text(
        "在 properties 写 os_distro（如 openeuler、kylin、uos、anolis）。",
        "Write os_distro into properties (such as openeuler, kylin, uos, anolis).",
    ),
    types=(tokens.IMAGES_IMAGE,),
    judge=_judge,
    settings=(APPROVED_SYSTEMS,),
)
