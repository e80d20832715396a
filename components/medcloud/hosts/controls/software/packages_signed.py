"""Only signed packages are installed (RPM)."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, Setting
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_MAIN = ("/etc/dnf/dnf.conf", "/etc/yum.conf")
_MORE = "/etc/yum.repos.d/*.repo"
_YES = word("1", "yes", "true", "on")


def _sections(case: Case, path: str) -> Iterator[str]:
    for line in text.split(case.state.read(path) or b"", path):
        if line.text.startswith("["):
            yield line.text.strip("[] \t")


def _settings(case: Case) -> list[Setting]:
    made: list[Setting] = []
    for path in _MAIN:
        if case.state.read(path) is not None:
            made += [KeyValue(path, key, _YES, "main", "=") for key in ("gpgcheck", "localpkg_gpgcheck")]
    for path in case.state.paths(_MORE):
        made += [KeyValue(path, "gpgcheck", _YES, name, "=", default="1") for name in _sections(case, path)]
    return made


control = Control(
    id="packages-signed",
    clauses=("8.1.4.4-e", "8.1.4.5-a"),
    items=("7.1.2.4-c", "6.5-c"),
    severity="high",
    title=Text("只安装签名的软件包", "Only signed packages are installed"),
    breaks=Text("自建而未签名的仓库", "Repositories of one's own without signatures"),
    proof="effective",
    host_kind="namespace",
    layouts=("rpm",),
    reads=(*_MAIN, _MORE),
    settings=_settings,
)
