"""A volume is written by one server."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("multiattach", default=False):
        yield "multiattach true"
    if r.type == tokens.BLOCKSTORAGE_VOLUME_ATTACH and r.flag("multipath", default=False):
        return
    if r.word("attachMode") not in ("", "ro", "rw"):
        yield f"attachMode {r.text('attachMode')}"


RULE = Rule(
    id="volume-one-writer",
    items=("7.3.2.4-b",),
    severity="high",
    title=Text("一个卷只由一台云主机写入", "A volume is written by one server"),
    why=Text(
        "两台主机各有缓存，一台写下的另一台看不见，文件系统随即损坏。",
        "Each of two servers has a cache of its own: what one writes the other does not see, and the "
        "file system breaks.",
    ),
    remedy=Text(
        "去掉 multiattach: true；共享文件用 Share。",
        "Take multiattach: true out; share files with a Share.",
    ),
    types=(
        tokens.COMPUTE_VOLUME_ATTACH,
        tokens.BLOCKSTORAGE_VOLUME_ATTACH,
    ),
    judge=_judge,
)
