"""Only the second protocol is spoken."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("升级 OpenSSH，或写 Protocol 2", "upgrade OpenSSH, or write Protocol 2")


def _look(case: Case) -> Iterator[str]:
    """Servers since 7.6 have only the second and do not show the keyword."""
    yield from (value for value in case.state.sshd.get("protocol", ()) if value != "2")


control = Control(
    id="ssh-protocol",
    clauses=("8.1.4.1-c", "8.1.5.4-b"),
    items=("7.2.1-b",),
    severity="critical",
    title=Text("SSH 只用第二版协议", "Only the second protocol of SSH is spoken"),
    breaks=Text("二十年前的客户端", "Clients of twenty years ago"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
