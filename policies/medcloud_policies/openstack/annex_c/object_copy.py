"""A container with data of level 4 or 5 has a copy in another centre."""

from collections import defaultdict
from collections.abc import Iterator

from medcloud_policies.core.facts import is_core
from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(s: Stack) -> Iterator[Violation]:
    centres: dict[str, set[str]] = defaultdict(set)
    for container, deciding in s.each(tokens.OBJECTSTORAGE_CONTAINER):
        with deciding:
            centres[container.label("workload")].add(container.label("centre"))
    for container, deciding in s.each(tokens.OBJECTSTORAGE_CONTAINER):
        with deciding:
            if not is_core(container.level) or container.has("containerSyncTo"):
                continue
            workload, centre = container.label("workload"), container.label("centre")
            elsewhere = workload and centres[workload] - {centre}
            if not elsewhere and not container.label("replicate-to"):
                yield Violation(
                    container, f"level {container.level}, centre {centre or '-'}: no copy elsewhere"
                )


RULE = Rule(
    id="object-copy",
    items=(
        "C.3-b",
        "7.3.2.4-a",
        "A.5-b",
        "7.3.2.3-b",
    ),
    severity="critical",
    title=Text(
        "四级及以上数据的容器须有异地副本",
        "Containers of level 4 and above have a copy in another centre",
    ),
    why=Text("只在一个机房的影像，机房没了就没了。", "Images in one machine room are gone with it."),
    remedy=Text(
        "用 containerSyncTo 复制，或以 medcloud-replicate-to 指明副本中心，或另建同业务容器于其他中心。",
        "Copy with containerSyncTo, name the copy's centre in medcloud-replicate-to, or have one elsewhere.",
    ),
    types=(tokens.OBJECTSTORAGE_CONTAINER,),
    judge_stack=_judge,
)
