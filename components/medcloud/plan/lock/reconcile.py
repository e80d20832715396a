"""Two branches that both gave out numbers, brought together."""

from __future__ import annotations

from medcloud.plan.lock.concerns import concerns, sections
from medcloud.plan.lock.entries import Lock, tombstone
from medcloud.plan.lock.section import Section


def reconcile(ours: Lock, theirs: Lock) -> tuple[Lock, tuple[str, ...]]:
    """Ours as it stands, and of theirs whatever does not clash with it.

    The second value names the entries of theirs, ``section/key``, whose number ours gave to something else;
    they are left out, and the next allocation gives them new ones.
    """
    clashing = frozenset().union(*(concern.clashes(ours, theirs) for concern in concerns()))
    retired = {**theirs.retired, **ours.retired}
    merged: dict[str, dict[str, int | str]] = {}
    lost: list[str] = []
    for name, section in sections().items():
        merged[name], out = _together(section, ours, theirs, clashing)
        if section.is_good is None:
            lost += [f"{name}/{key}" for key in out]
            for key, number in merged[name].items():
                retired.pop(tombstone(name, section.scope_of(key), int(number)), None)
    return Lock(merged, retired), tuple(lost)


def _together(
    section: Section, ours: Lock, theirs: Lock, clashing: frozenset[str]
) -> tuple[dict[str, int | str], list[str]]:
    """A section of both, and the keys of theirs that are left out."""
    merged = dict(ours.sections.get(section.name, {}))
    taken = set() if section.is_good else {(section.scope_of(key), n) for key, n in merged.items()}
    out = []
    for key, value in theirs.sections.get(section.name, {}).items():
        if key in merged:
            continue
        if f"{section.name}/{key}" in clashing or (section.scope_of(key), value) in taken:
            out.append(key)
        else:
            merged[key] = value
    return merged, out
