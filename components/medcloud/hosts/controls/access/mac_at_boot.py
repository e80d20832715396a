"""Nothing turns mandatory access control off at a boot."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_OFF = {"selinux=0", "enforcing=0", "apparmor=0", "kysec=0", "security=none"}
_PATH = "/etc/selinux/config"
_REMEDY = Text(
    "从引导参数与 /etc/selinux/config 中改回", "change it in the boot parameters and /etc/selinux/config"
)
_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("boot"):
        if line.startswith("cmdline "):
            yield from (word for word in line.split() if word in _OFF)
    for line in (case.state.read(_PATH) or b"").decode("utf-8", "replace").splitlines():
        if line.strip().casefold() in ("selinux=disabled", "selinux=permissive"):
            yield f"{_PATH}: {line.strip()}"


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="mac-at-boot",
    clauses=("8.1.4.2-g", "8.1.4.2-e"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text(
        "引导参数与配置不关闭强制访问控制", "No boot parameter or file turns mandatory access control off"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    reads=(_PATH,),
    settings=_settings,
)
