"""Changed files are looked for."""

from collections.abc import Iterator

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import Inspect, PackagePresent
from medcloud.hosts.words import Text

_DATABASES = ("/var/lib/aide/aide.db", "/var/lib/aide/aide.db.gz")
_REMEDY = Text(
    "加固完成后建库：aide --init，再将 aide.db.new 改名为 aide.db",
    "after hardening: aide --init, then rename aide.db.new to aide.db",
)


def _look(case: Case) -> Iterator[str]:
    if not any(path in case.state.rights for path in _DATABASES):
        yield _DATABASES[0]


control = Control(
    id="integrity-tool",
    clauses=("8.1.4.7-b", "8.1.4.6-a", "8.1.4.5-a"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="high",
    title=Text("安装文件完整性校验工具并建库", "AIDE is installed and has a database"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=_DATABASES,
    settings=lambda case: [
        PackagePresent(case.known.packages["integrity"]),
        Inspect(_look, _REMEDY),
    ],
)
