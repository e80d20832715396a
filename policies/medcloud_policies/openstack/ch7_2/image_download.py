"""An image is fetched over HTTPS and its checksum is verified."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.word("imageSourceUrl").startswith(("http:", "ftp:")):
        yield "imageSourceUrl is not https"
    if not r.flag("verifyChecksum", default=True) and not r.flag("webDownload", default=False):
        yield "verifyChecksum false"


RULE = Rule(
    id="image-download",
    items=(
        "7.2.1-b",
        "7.1.2.4-c",
    ),
    severity="high",
    title=Text("镜像须经 HTTPS 获取并校验", "An image is fetched over HTTPS and verified"),
    why=Text(
        "途中被换掉的镜像就是全部主机的后门。",
        "An image exchanged on the way is a back door into every host.",
    ),
    remedy=Text(
        "imageSourceUrl 用 https://，保留 verifyChecksum。",
        "Use https:// in imageSourceUrl and keep verifyChecksum.",
    ),
    types=(tokens.IMAGES_IMAGE,),
    judge=_judge,
)
