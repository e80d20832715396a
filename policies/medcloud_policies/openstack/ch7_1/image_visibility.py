"""An image is not offered to, or taken from, the community."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("visibility") == "community":
        yield "visibility community"
    if r.word("visibility") == "public" and not r.flag("protected", default=False):
        yield "visibility public but not protected"


RULE = Rule(
    id="image-visibility",
    items=(
        "7.1.2.4-c",
        "7.2.2-c",
    ),
    severity="medium",
    title=Text("镜像不得设为社区可见", "An image is not a community image"),
    why=Text(
        "社区镜像谁都能用，来源也无人担保。",
        "Anybody uses a community image, and nobody vouches for it.",
    ),
    remedy=Text(
        "visibility 用 private 或 shared；平台镜像由管理员设 public。",
        "Use visibility private or shared; an administrator sets the platform's public.",
    ),
    types=(tokens.IMAGES_IMAGE,),
    judge=_judge,
)
