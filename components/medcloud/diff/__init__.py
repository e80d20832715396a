"""What a change of a region does, from two plans: pure, frozen, in words that an IT lead reads.

``compare(old, new)`` gives every :class:`Change`; medcloud.diff.render writes them down, and
``judge(changes, confirmed)`` says which of them a person still has to confirm.
"""

from medcloud.diff.change import KIND_WORDS, Change, Kind, Severity
from medcloud.diff.compare import compare

__all__ = ["KIND_WORDS", "Change", "Kind", "Severity", "compare"]
