"""Only signed kernel modules are loaded."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_REMEDY = Text(
    "内核参数 module.sig_enforce=1 或 lockdown=integrity",
    "module.sig_enforce=1 or lockdown=integrity on the kernel's command line",
)


def _look(case: Case) -> Iterator[str]:
    lines = case.state.lines("boot")
    locked = any(line.startswith("lockdown ") and "[none]" not in line for line in lines)
    if not locked and "sig_enforce Y" not in lines:
        yield "sig_enforce"


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="modules-signed",
    clauses=("8.1.4.6-a", "8.1.4.5-a"),
    items=("6.5-c",),
    severity="medium",
    title=Text("只装载签名的内核模块", "Only signed kernel modules are loaded"),
    breaks=Text("未签名的驱动", "Drivers without signatures"),
    proof="effective",
    host_kind="emulator",
    settings=_settings,
)
