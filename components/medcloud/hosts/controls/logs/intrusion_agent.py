"""Intrusions on the host are seen and reported."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OneRuns
from medcloud.text import Text

_UNITS = (
    "wazuh-agent.service",
    "ossec.service",
    "secdetector.service",
    "osqueryd.service",
    "falco.service",
    "suricata.service",
    "titanagent.service",
)
_TASK = Text(
    "部署主机入侵检测（如 Wazuh、secDetector 或安全厂商的代理），或出示平台接入清单",
    "run an agent (Wazuh, secDetector, a vendor's), or show the platform's list of hosts",
)

control = Control(
    id="intrusion-agent",
    clauses=("8.1.4.4-f", "8.1.5.4-f"),
    items=("6.5-c",),
    severity="medium",
    title=Text("主机入侵检测并报警", "Intrusions on the host are seen and reported"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [OneRuns(_UNITS, _TASK)],
)
