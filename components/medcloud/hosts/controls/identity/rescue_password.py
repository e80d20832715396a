"""A rescue shell asks for root's password."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_READS = (
    "/etc/systemd/system/rescue.service",
    "/etc/systemd/system/emergency.service",
    "/etc/systemd/system/rescue.service.d/*.conf",
    "/etc/systemd/system/emergency.service.d/*.conf",
    "/usr/lib/systemd/system/rescue.service",
    "/usr/lib/systemd/system/emergency.service",
    "/lib/systemd/system/rescue.service",
    "/lib/systemd/system/emergency.service",
)
_REMEDY = Text(
    "恢复发行版的 rescue、emergency 单元", "bring back the distribution's rescue and emergency units"
)


def _look(case: Case) -> Iterator[str]:
    """The units say who is asked; drop-ins may turn it off."""
    for path in case.state.paths(*_READS):
        text = (case.state.read(path) or b"").decode("utf-8", "replace")
        if "SYSTEMD_SULOGIN_FORCE=1" in text:
            yield f"{path}: SYSTEMD_SULOGIN_FORCE"
        for line in text.splitlines():
            started = line.startswith(("ExecStart=-/", "ExecStart=/"))
            if started and not any(word in line for word in ("sulogin", "plymouth")):
                yield f"{path}: {line}"


control = Control(
    id="rescue-password",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a", "6.5-c"),
    severity="high",
    title=Text("救援模式须验证 root 口令", "A rescue shell asks for root's password"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=_READS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
