"""PACS keeps its images in object or file storage."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens

_SHARED = (tokens.OBJECTSTORAGE_CONTAINER, tokens.SHAREDFILESYSTEM_SHARE)


def _judge(s: Stack) -> Iterator[Violation]:
    done: set[str] = set()
    for store, deciding in s.each(*_SHARED):
        with deciding:
            done.add(store.label("workload"))
    for volume, deciding in s.each(tokens.BLOCKSTORAGE_VOLUME):
        with deciding:
            workload = volume.label("workload")
            if volume.label("kind").casefold() == "pacs" and workload not in done:
                done.add(workload)
                yield Violation(volume, f"workload {workload or '-'} has volumes but no container or share")


RULE = Rule(
    id="image-store",
    items=("7.3.2.2-c",),
    severity="medium",
    title=Text("PACS 影像须用文件或对象存储", "PACS keeps images in object or file storage"),
    why=Text(
        "海量影像放在块存储上无法共享，成本也高。",
        "Masses of images on block storage cannot be shared and cost too much.",
    ),
    remedy=Text(
        "为该业务建 Container 或 Share。",
        "Make a Container or a Share for the workload.",
    ),
    types=(
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
    ),
    judge_stack=_judge,
)
