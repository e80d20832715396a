"""What all forms say: how many changes, in which groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from medcloud.diff.change import KIND_WORDS, Change
from medcloud.plan.titles import called as titled
from medcloud.text import Text

NOTHING_CHANGES = Text("没有变化", "nothing changes")
MUST_BE_CONFIRMED = Text("必须逐项确认", "Must be confirmed by name")
_REGION = Text("整个区域与各中心", "The region and its centres")


def counted(changes: Sequence[Change]) -> Text:
    """``3 changes: loses data 1, opens a flow 2``."""
    if not changes:
        return NOTHING_CHANGES
    counts = Counter(change.kind for change in changes)
    told = [(KIND_WORDS[kind], counts[kind]) for kind in KIND_WORDS if counts[kind]]
    return Text(
        f"{len(changes)} 项变化：" + "，".join(f"{word.zh} {n}" for word, n in told),
        f"{len(changes)} changes: " + ", ".join(f"{word.en} {n}" for word, n in told),
    )


def groups(changes: Sequence[Change]) -> Iterator[tuple[str, str, tuple[Change, ...]]]:
    """Tenant, workload and their changes: the region's own first, then tenant by tenant."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        found.setdefault((change.about.tenant, change.about.workload), []).append(change)
    for tenant, workload in sorted(found):
        yield tenant, workload, tuple(found[tenant, workload])


def called(titles: Mapping[str, str], tenant: str, workload: str) -> Text:
    """What people call a tenant and its workload, with their ids; without either, the region."""
    parts = []
    for section, id_ in (("tenants", tenant), ("workloads", workload)):
        if id_:
            parts.append(titled(titles, section, id_))
    return Text.of(" / ".join(parts)) if parts else _REGION
