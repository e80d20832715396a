"""SNMP without passwords in clear."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_PATH = "/etc/snmp/snmpd.conf"
_OLD = ("rocommunity", "rwcommunity", "rocommunity6", "rwcommunity6", "com2sec", "com2sec6")
_REMEDY = Text("改用 v3 用户：net-snmp-create-v3-user", "use users of version 3: net-snmp-create-v3-user")
_NONE = Text("无 snmpd", "no snmpd")


def _look(case: Case) -> Iterator[str]:
    for line in text.split(case.state.read(_PATH) or b"", _PATH):
        # the word alone: what follows is a secret
        if (word := (line.text.split() or [""])[0]) in _OLD:
            yield f"{_PATH}: {word}"


def _settings(case: Case) -> list[Setting]:
    return [NotHere(_NONE)] if case.state.read(_PATH) is None else [Inspect(_look, _REMEDY)]


control = Control(
    id="no-snmp-v1",
    clauses=("8.1.4.1-c", "8.1.4.4-b"),
    items=("7.2.1-b", "6.5-c"),
    severity="high",
    title=Text("SNMP 只用 v3", "SNMP version 3 only"),
    breaks=Text("以团体字采集的网管", "Monitoring that uses community strings"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH,),
    settings=_settings,
)
