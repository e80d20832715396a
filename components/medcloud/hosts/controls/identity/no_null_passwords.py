"""PAM lets nobody in with an empty password, or without being asked for one."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.change import pam
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, PamWithout
from medcloud.text import Text

_REMEDY = Text("删去此行，或置于 pam_unix 之后", "remove the line, or put it after pam_unix")


def _look(case: Case) -> Iterator[str]:
    for service in ("sshd", "login"):
        for line in pam.unasked(pam.resolve(case.state, service, "auth") or ()):
            yield f"{line.path}: {pam.render(line)}"


control = Control(
    id="no-null-passwords",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="critical",
    title=Text("PAM 不接受空口令，不免口令放行", "PAM lets nobody in with an empty password or without any"),
    breaks=Text("空口令账户不能登录", "Accounts with an empty password cannot log in"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        *(PamWithout(kind, "pam_unix.so", ("nullok", "nullok_secure")) for kind in ("auth", "password")),
        Inspect(_look, _REMEDY),
    ],
)
