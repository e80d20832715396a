"""No class of characters makes up for length."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-credits",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("不以字符种类抵扣长度", "No class of characters makes up for length"),
    breaks=Text("短而杂的口令", "Passwords that are short but mixed"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PamOption("password", "pam_pwquality.so", name, at_most(0), _CONF, "0")
        for name in ("dcredit", "ucredit", "lcredit", "ocredit")
    ],
)
