"""Changed files are looked for."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import IntegrityDatabase, PackagePresent
from medcloud.hosts.settings.integrity_database import DATABASES, FOLDERS
from medcloud.text import Text

control = Control(
    id="integrity-tool",
    clauses=("8.1.4.7-b", "8.1.4.6-a", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="high",
    title=Text("安装文件完整性校验工具并建库", "AIDE is installed and has a database"),
    breaks=Text("建库时读一遍程序与配置", "Programs and settings are read once to make it"),
    proof="behaviour",
    host_kind="namespace",
    rights=(*FOLDERS, *DATABASES),
    settings=lambda case: [PackagePresent(case.known.packages["integrity"]), IntegrityDatabase()],
)
