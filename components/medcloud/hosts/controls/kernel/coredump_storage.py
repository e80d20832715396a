"""systemd keeps no dumps either, nor will it when its part that would is installed later."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, Setting
from medcloud.hosts.settings.condition import exactly, word
from medcloud.text import Text

_PATH = "/etc/systemd/coredump.conf"
# a package that brings _PATH later finds none of ours in its place
_DROP_IN = "/etc/systemd/coredump.conf.d/zz-medcloud.conf"


def _settings(case: Case) -> list[Setting]:
    path = _DROP_IN if case.state.read(_PATH) is None else _PATH
    return [
        KeyValue(path, "Storage", word("none"), "Coredump", "=", must_exist=False),
        KeyValue(path, "ProcessSizeMax", exactly(0), "Coredump", "=", must_exist=False),
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
    reads=(_PATH, _DROP_IN),
    settings=_settings,
)
