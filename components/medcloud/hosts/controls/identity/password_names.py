"""No password holds the name of its account."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-names",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("口令不含账户名", "No password holds the name of its account"),
    breaks=Text("以姓名作口令的人", "Who uses a name as the password"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [PamOption("password", "pam_pwquality.so", "usercheck", at_least(1), _CONF, "1")],
)
