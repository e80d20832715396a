"""Known faults of the processor are worked around."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_REMEDY = Text(
    "更新内核与微码，去掉关闭缓解的内核参数", "newer kernel and microcode; nothing that switches it off"
)


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("boot"):
        word, _, rest = line.partition(" ")
        name, _, state = rest.partition(" ")
        if word == "cpu" and state.strip().startswith("Vulnerable"):
            yield name


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="cpu-vulnerabilities",
    clauses=("8.1.4.4-e", "8.1.4.6-a"),
    items=("6.5-c",),
    severity="medium",
    title=Text("处理器已知漏洞已缓解", "Known faults of the processor are worked around"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="emulator",
    settings=_settings,
)
