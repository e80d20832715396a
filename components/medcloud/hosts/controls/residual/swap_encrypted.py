"""What was in memory does not stay on a disk in clear."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")


def _encrypted(case: Case) -> set[str]:
    found = set()
    for line in case.state.lines("volumes"):
        words = line.split()
        if words[:1] == ["dm"] and words[3].startswith("CRYPT-"):
            found |= {words[1], words[2]}
    return found


_REMEDY = Text("以 crypttab 加密交换区，或用 zram，或关闭", "encrypt it by crypttab, use zram, or do without")


def _look(case: Case) -> Iterator[str]:
    encrypted = _encrypted(case)
    for line in case.state.lines("volumes"):
        words = line.split()
        if words[:1] == ["swap"] and not words[1].startswith("/dev/zram") and words[1] not in encrypted:
            yield words[1]


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="swap-encrypted",
    clauses=("8.1.4.10-b", "8.1.4.8-b", "8.2.4.7-a"),
    items=("7.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("交换区加密或不用", "Swap is encrypted, or there is none"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
