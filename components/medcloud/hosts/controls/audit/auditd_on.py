"""The audit daemon runs, and the kernel gives it records."""

import re

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import (
    AuditEnabled,
    KeyValue,
    NotHere,
    PackagePresent,
    ServiceOn,
    Setting,
    restart_journal,
    unit,
)
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")
_JOURNAL = "/etc/systemd/journald.conf"
_YES = word("yes", "true", "1", "on")
# as shipped: in a comment is what journald was built with
_SHIPPED = re.compile(rb"^#?Audit=(\w*)", re.MULTILINE)


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    found: list[Setting] = [
        PackagePresent(case.known.packages["audit"]),
        ServiceOn(unit(case, "audit")),
        AuditEnabled(),
    ]
    if shipped := _SHIPPED.search(case.state.read(_JOURNAL) or b""):
        built, after = shipped[1].decode(), restart_journal()
        found.append(KeyValue(_JOURNAL, "Audit", _YES, "Journal", "=", default=built, after=after))
    return found


control = Control(
    id="auditd-on",
    clauses=("8.1.4.3-a", "8.1.4.3-d"),
    items=("7.2.3.2-e", "6.5-c"),
    severity="critical",
    title=Text("审计服务开机即运行", "The audit daemon runs from boot on"),
    breaks=Text("性能略降", "A little speed"),
    proof="behaviour",
    host_kind="uml",
    reads=(_JOURNAL,),
    settings=_settings,
)
