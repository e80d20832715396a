"""Two branches that both gave out numbers, brought together."""

from __future__ import annotations

from ipaddress import ip_network
from types import MappingProxyType

from medcloud.plan.lock.entries import SECTIONS, Lock, scope_of, tombstone
from medcloud.plan.lock.prefixes import overlap


def reconcile(ours: Lock, theirs: Lock) -> tuple[Lock, tuple[str, ...]]:
    """Ours as it stands, and of theirs whatever does not clash with it.

    The second value names the entries of theirs, ``section/key``, whose number ours gave to something else;
    they are left out, and the next allocation gives them new ones.
    """
    prefixes, clashing = _prefixes(ours, theirs)
    lost = [f"centres/{centre}" for centre in sorted(clashing)]
    sections: dict[str, MappingProxyType[str, int]] = {}
    retired = {**theirs.retired, **ours.retired}
    for section in SECTIONS:
        merged = dict(ours.section(section))
        taken = {(scope_of(section, key), number) for key, number in merged.items()}
        for key, number in theirs.section(section).items():
            if key in merged:
                continue
            if (scope_of(section, key), number) in taken or (section == "centres" and key in clashing):
                lost.append(f"{section}/{key}")
                continue
            merged[key] = number
        sections[section] = MappingProxyType(merged)
        for key, number in merged.items():
            retired.pop(tombstone(section, scope_of(section, key), number), None)
    lock = Lock(prefixes=MappingProxyType(prefixes), retired=MappingProxyType(retired), **sections)
    return lock, tuple(dict.fromkeys(lost))


def _prefixes(ours: Lock, theirs: Lock) -> tuple[dict[str, str], set[str]]:
    """Prefixes of both, and the centres of theirs that would sit on a prefix or an index of ours."""
    indexes = set(ours.centres.values())
    standing = [ip_network(text) for text in ours.prefixes.values()]
    clashing = set()
    for key, text in theirs.prefixes.items():
        centre = key.rpartition("/")[0]
        new = centre not in ours.centres
        if new and any(overlap(ip_network(text), other) for other in standing):
            clashing.add(centre)
    clashing |= {c for c, index in theirs.centres.items() if c not in ours.centres and index in indexes}
    added = {
        key: text
        for key, text in theirs.prefixes.items()
        if key not in ours.prefixes and key.rpartition("/")[0] not in clashing
    }
    return {**ours.prefixes, **added}, clashing
