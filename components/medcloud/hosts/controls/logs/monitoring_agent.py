"""The host is watched centrally."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OneRuns
from medcloud.text import Text

_UNITS = (
    "prometheus-node-exporter.service",
    "node_exporter.service",
    "zabbix-agent.service",
    "zabbix-agent2.service",
    "telegraf.service",
    "collectd.service",
    "pmcd.service",
)
_TASK = Text(
    "接入集中监控（如 node_exporter、Zabbix），或出示监控平台的接入清单",
    "join central monitoring (node_exporter, Zabbix), or show the platform's list of hosts",
)

control = Control(
    id="monitoring-agent",
    clauses=("8.1.5.4-c", "8.1.5.1-b"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("运行状况受集中监测", "The host is watched centrally"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [OneRuns(_UNITS, _TASK)],
)
