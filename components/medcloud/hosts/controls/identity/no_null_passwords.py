"""PAM lets nobody in with an empty password."""

from medcloud.hosts.control import Control
from medcloud.hosts.settings import PamWithout
from medcloud.hosts.words import Text

control = Control(
    id="no-null-passwords",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="critical",
    title=Text("PAM 不接受空口令", "PAM lets nobody in with an empty password"),
    breaks=Text("空口令账户不能登录", "Accounts with an empty password cannot log in"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PamWithout(kind, "pam_unix.so", ("nullok", "nullok_secure")) for kind in ("auth", "password")
    ],
)
