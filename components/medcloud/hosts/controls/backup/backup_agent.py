"""The host is backed up."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OneRuns
from medcloud.text import Text

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

control = Control(
    id="backup-agent",
    clauses=("8.1.4.9-a",),
    items=("6.5-c",),
    severity="high",
    title=Text("主机有备份", "The host is backed up"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [OneRuns(_UNITS, _TASK)],
)
