"""What a change of a region does, from two plans: pure, frozen, in words that an IT lead reads.

``compare(old, new)`` gives every :class:`Change`; medcloud.diff.render writes them down, and
``judge(changes, confirmed)`` says which of them a person still has to confirm.
"""

from medcloud.diff.change import KIND_WORDS, About, Change, Kind, Severity
from medcloud.diff.compare import compare
from medcloud.diff.confirmed import Judgement, file_to_write, judge, text_to_write

__all__ = [
    "KIND_WORDS",
    "About",
    "Change",
    "Judgement",
    "Kind",
    "Severity",
    "compare",
    "file_to_write",
    "judge",
    "text_to_write",
]
