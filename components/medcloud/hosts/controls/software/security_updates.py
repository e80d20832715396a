"""Security updates come in time."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OneRuns
from medcloud.text import Text

_UNITS = (
    "apt-daily-upgrade.timer",
    "dnf-automatic-install.timer",
    "dnf-automatic.timer",
    "unattended-upgrades.service",
)
_TASK = Text(
    "出示补丁平台的清单；或 apt list --upgradable、dnf updateinfo list security 应为空",
    "show the patch platform's list, or that apt list --upgradable or dnf updateinfo is empty",
)

control = Control(
    id="security-updates",
    clauses=("8.1.4.4-e", "8.1.5.4-e"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="high",
    title=Text("及时安装安全更新", "Security updates come in time"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [OneRuns(_UNITS, _TASK)],
)
