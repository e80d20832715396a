"""A lost certificate opens nothing."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_REMEDY = Text("以 RevokedKeys 指定吊销清单并定期更新", "name a list by RevokedKeys and keep it new")
_NONE = Text("SSH 不用证书", "SSH uses no certificates")


def _look(case: Case) -> Iterator[str]:
    if case.state.sshd.get("revokedkeys", ("none",)) == ("none",):
        yield from case.state.sshd["trustedusercakeys"]


def _settings(case: Case) -> list[Setting]:
    used = case.state.sshd.get("trustedusercakeys", ("none",)) != ("none",)
    return [Inspect(_look, _REMEDY)] if used else [NotHere(_NONE)]


control = Control(
    id="ssh-revoked-keys",
    clauses=("8.1.4.1-d", "8.1.4.2-c"),
    items=("7.2.3.1-b",),
    severity="medium",
    title=Text("用户证书有吊销清单", "Certificates that were lost are revoked by a list"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
