"""No repository is trusted without a signature (DEB)."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_SOURCES = (
    "/etc/apt/sources.list",
    "/etc/apt/sources.list.d/*",
    "/etc/apt/apt.conf",
    "/etc/apt/apt.conf.d/*",
)
_LAX = ("trusted=yes", "trusted: yes", "allow-insecure=yes", "allow-insecure: yes", "allow-weak=yes")
_OPTIONS = ("allowunauthenticated", "allowinsecurerepositories", "allowdowngradetoinsecurerepositories")
_REMEDY = Text("为该软件源签名，用 signed-by 指明公钥", "sign the repository, and name its key by signed-by")


def _look(case: Case) -> Iterator[str]:
    for path in case.state.paths(*_SOURCES):
        for line in text.split(case.state.read(path) or b"", path):
            bare = line.text.partition("#")[0].lower()
            on = any(f'{name} "{yes}"' in bare for name in _OPTIONS for yes in ("true", "1", "yes"))
            if on or any(word in bare for word in _LAX):
                yield f"{path}: {line.text.strip()}"


control = Control(
    id="repositories-signed",
    clauses=("8.1.4.4-e", "8.1.4.5-a"),
    items=("7.1.2.4-c", "6.5-c"),
    severity="high",
    title=Text("不信任未签名的软件源", "No repository is trusted without a signature"),
    breaks=Text("自建而未签名的软件源", "Repositories of one's own without signatures"),
    proof="effective",
    host_kind="namespace",
    layouts=("deb",),
    reads=_SOURCES,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
