"""Two branches that both gave centres a place."""

from __future__ import annotations

from ipaddress import ip_network

from medcloud.plan.lock.entries import Lock
from medcloud.standard.prefixes import overlap


def clashes(ours: Lock, theirs: Lock) -> frozenset[str]:
    """Entries of centres of theirs that would sit on a prefix or an index of ours."""
    standing = [ip_network(text) for text in ours.texts("prefixes").values()]
    indexes = set(ours.section("centres").values())
    taken = {
        key.rpartition("/")[0]
        for key, text in theirs.texts("prefixes").items()
        if any(overlap(ip_network(text), other) for other in standing)
    }
    taken |= {centre for centre, index in theirs.section("centres").items() if index in indexes}
    new = taken - set(ours.section("centres"))
    return frozenset(entry for c in new for entry in (f"centres/{c}", f"prefixes/{c}/4", f"prefixes/{c}/6"))
