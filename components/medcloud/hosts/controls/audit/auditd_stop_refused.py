"""The daemon is not stopped by hand."""

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, KeyValue, Setting
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_DROP_IN = "/etc/systemd/system/auditd.service.d/50-medcloud.conf"
_UNITS = (
    "/usr/lib/systemd/system/auditd.service",
    "/lib/systemd/system/auditd.service",
    "/etc/systemd/system/auditd.service",
)
_RELOAD = Action("systemctl daemon-reload", "systemctl daemon-reload", stage=90)
_NOTHING = Text("-", "-")


def _settings(case: Case) -> list[Setting]:
    if any(b"\nRefuseManualStop=yes" in (case.state.read(path) or b"") for path in _UNITS):
        return [Inspect(lambda _: (), _NOTHING)]
    yes = word("yes", "true", "1", "on")
    return [KeyValue(_DROP_IN, "RefuseManualStop", yes, "Unit", "=", after=_RELOAD, must_exist=False)]


control = Control(
    id="auditd-stop-refused",
    clauses=("8.1.4.3-d",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("审计服务不可手工停止", "The audit daemon refuses to be stopped by hand"),
    breaks=Text("重启 auditd 须重启主机", "auditd restarts with the host only"),
    proof="effective",
    host_kind="uml",
    reads=(*_UNITS, _DROP_IN),
    settings=_settings,
)
