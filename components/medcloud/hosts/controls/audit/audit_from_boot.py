"""What happens before the daemon starts is recorded too."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_REMEDY = Text(
    "GRUB_CMDLINE_LINUX 加 audit=1 audit_backlog_limit=8192，重新生成 grub.cfg 并重启",
    "add it to GRUB_CMDLINE_LINUX, make grub.cfg anew and boot",
)
_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_BACKLOG = 8192


def _look(case: Case) -> Iterator[str]:
    words = next((line.split() for line in case.state.lines("boot") if line.startswith("cmdline ")), [])
    given = dict(word.partition("=")[::2] for word in words)
    if given.get("audit") != "1":
        yield "audit=1"
    limit = given.get("audit_backlog_limit", "0")
    if not limit.isdigit() or int(limit) < _BACKLOG:
        yield f"audit_backlog_limit={_BACKLOG}"


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_SHARED)] if case.state.container else [Inspect(_look, _REMEDY)]


control = Control(
    id="audit-from-boot",
    clauses=("8.1.4.3-a", "8.1.4.3-d"),
    items=("7.2.2-a", "7.2.3.2-e", "7.1.2.1-b"),
    severity="medium",
    title=Text("自引导起即审计", "Auditing begins with the kernel"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
