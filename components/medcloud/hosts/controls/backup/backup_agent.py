"""The host is backed up."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.hosts.words import Text

_UNITS = (
    "bareos-fd.service",
    "bareos-filedaemon.service",
    "bacula-fd.service",
    "restic-backup.timer",
    "borgmatic.timer",
    "dbackup3-agent.service",
    "anybackup-client.service",
    "nbclient.service",
)
_TASK = Text(
    "出示本机的备份任务与最近一次恢复测试", "show this host's backup job and its last test of recovery"
)
_NOTHING = Text("-", "-")


def _settings(case: Case) -> list[Setting]:
    units = case.state.units
    runs = [name for name in _UNITS if name in units and units[name].active == "active"]
    return [Inspect(lambda _: (), _NOTHING)] if runs else [Manual(_TASK)]


control = Control(
    id="backup-agent",
    clauses=("8.1.4.9-a",),
    items=("6.5-c",),
    severity="high",
    title=Text("主机有备份", "The host is backed up"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
