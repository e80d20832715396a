"""Certificates of the host are renewed before they end."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.standard import number
from medcloud.text import Text

_DAY = 86_400
_NOTICE = int(number("7.2.3.1-b", "expiry_notice").to("d"))
_REMEDY = Text("更新证书", "renew it")


def _look(case: Case) -> Iterator[str]:
    for line in case.state.lines("crypto"):
        word, _, rest = line.partition(" ")
        end, _, path = rest.partition(" ")
        if word == "certificate" and (days := int(end) // _DAY - case.state.today) < _NOTICE:
            yield f"{path}: {days} d"


control = Control(
    id="certificates-valid",
    clauses=("8.1.4.1-d", "8.1.4.8-a"),
    items=("7.2.3.1-b",),
    severity="medium",
    title=Text("主机证书在到期前更新", "Certificates are renewed before they end"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
