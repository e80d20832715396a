"""systemd keeps no dumps either."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import KeyValue, NotHere, Setting
from medcloud.hosts.want import exactly, word
from medcloud.hosts.words import Text

_PATH = "/etc/systemd/coredump.conf"
_NONE = Text("未安装 systemd-coredump", "systemd-coredump is not installed")


def _settings(case: Case) -> list[Setting]:
    if case.state.read(_PATH) is None:
        return [NotHere(_NONE)]
    return [
        KeyValue(_PATH, "Storage", word("none"), "Coredump", "="),
        KeyValue(_PATH, "ProcessSizeMax", exactly(0), "Coredump", "="),
    ]


control = Control(
    id="coredump-storage",
    clauses=("8.1.4.10-b", "8.1.4.8-b"),
    items=("7.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("systemd 不留存内存转储", "systemd keeps no dumps of memory"),
    breaks=Text("以转储查错的开发者", "Developers who debug by dumps"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH,),
    settings=_settings,
)
