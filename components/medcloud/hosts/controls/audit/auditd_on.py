"""The audit daemon runs, and the kernel gives it records."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import AuditEnabled, NotHere, PackagePresent, ServiceOn, Setting, unit
from medcloud.hosts.words import Text

_SHARED = Text("内核属于宿主机", "the kernel belongs to the machine below")


def _settings(case: Case) -> list[Setting]:
    if case.state.container:
        return [NotHere(_SHARED)]
    return [PackagePresent(case.known.packages["audit"]), ServiceOn(unit(case, "audit")), AuditEnabled()]


control = Control(
    id="auditd-on",
    clauses=("8.1.4.3-a", "8.1.4.3-d"),
    items=("7.2.3.2-e", "6.5-c"),
    severity="critical",
    title=Text("审计服务开机即运行", "The audit daemon runs from boot on"),
    breaks=Text("性能略降", "A little speed"),
    proof="effective",
    host_kind="uml",
    settings=_settings,
)
