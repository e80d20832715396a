"""Tools of attack are not at hand."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackageAbsent
from medcloud.text import Text

_NAMES = (
    "nmap",
    "hydra",
    "john",
    "ettercap-text-only",
    "dsniff",
    "netcat-traditional",
    "wireshark",
    "aircrack-ng",
    "sqlmap",
)

control = Control(
    id="no-attack-tools",
    clauses=("8.1.4.4-a",),
    items=("6.5-c", "7.1.2.4-c"),
    severity="medium",
    title=Text("不安装攻击与抓包工具", "Tools of attack are not installed"),
    breaks=Text("以这些工具排障的管理员", "Administrators who look for faults with them"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [PackageAbsent(name) for name in _NAMES],
)
