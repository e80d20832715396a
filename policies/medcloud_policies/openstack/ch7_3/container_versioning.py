"""Medical records in a container keep their versions."""

from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    archive = r.label("kind").casefold() in ("archive", "pacs")
    kept = r.flag("versioning", default=False) or r.has("versioningLegacy")
    if (is_core(r.level) or archive) and not kept:
        yield f"level {r.level or '-'}, kind {r.label('kind') or '-'}, versioning is not true"


RULE = Rule(
    id="container-versioning",
    items=(
        "7.3.2.4-c",
        "C.3-e",
        "6.1.2-b",
    ),
    severity="high",
    title=Text("医疗数据容器须启用版本", "Containers of medical records keep versions"),
    why=Text(
        "没有版本，覆盖与删除立即生效，防篡改无从谈起。",
        "Without versions what is overwritten or deleted is gone.",
    ),
    remedy=Text("设 versioning: true。", "Set versioning: true."),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge=_judge,
)
