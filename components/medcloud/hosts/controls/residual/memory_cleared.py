"""Memory is cleared before others get it."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_REMEDY = Text(
    "内核参数 init_on_free=1（或 init_on_alloc=1）",
    "init_on_free=1 (or init_on_alloc=1) on the kernel's command line",
)


def _look(case: Case) -> Iterator[str]:
    lines = case.state.lines("boot")
    words = [word for line in lines if line.startswith("cmdline ") for word in line.split()]
    for name in ("ALLOC", "FREE"):
        argument = f"init_on_{name.lower()}"
        built_in = f"config CONFIG_INIT_ON_{name}_DEFAULT_ON=y" in lines and f"{argument}=0" not in words
        if f"{argument}=1" in words or built_in:
            return
    yield "init_on_free"


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="memory-cleared",
    clauses=("8.1.4.10-b", "8.1.4.10-a", "8.2.4.7-a"),
    items=("6.5-c", "7.2.1-b"),
    severity="low",
    title=Text("内存释放时清零", "Memory is cleared when it is freed"),
    breaks=Text("性能略降", "A little speed"),
    proof="effective",
    host_kind="emulator",
    settings=_settings,
)
