"""Nobody is logged in without being asked."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_READS = (
    "/etc/systemd/system/*getty@*.d/*.conf",
    "/etc/lightdm/lightdm.conf",
    "/etc/lightdm/lightdm.conf.d/*.conf",
    "/etc/gdm/custom.conf",
    "/etc/gdm3/daemon.conf",
)
_BAD = re.compile(
    r"(?im)^\s*(ExecStart=.*--autologin.*|autologin-user=\S+|AutomaticLoginEnable\s*=\s*true|allow-guest=true)"
)
_REMEDY = Text("从这些文件中去掉", "take it out of these files")


def _look(case: Case) -> Iterator[str]:
    for path in case.state.paths(*_READS):
        text = (case.state.read(path) or b"").decode("utf-8", "replace")
        yield from (f"{path}: {hit[1].strip()}" for hit in _BAD.finditer(text))


control = Control(
    id="no-autologin",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a", "7.2.3.2-d"),
    severity="high",
    title=Text(
        "控制台与桌面均不自动登录，无来宾会话", "No console or desktop logs in by itself, none has a guest"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=_READS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
