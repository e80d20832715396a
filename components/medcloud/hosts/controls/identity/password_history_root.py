"""Root does not use its old passwords again either."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_MODULE = "pam_pwhistory.so"

control = Control(
    id="password-history-root",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("root 亦不得重用旧口令", "Root does not use old passwords again either"),
    breaks=Text("以 root 为他人重设旧口令", "Root who sets an old password for somebody"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PamOption("password", _MODULE, "enforce_for_root", word("yes"), flag=True, services=("passwd",))
    ],
)
