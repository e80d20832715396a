"""No password holds words of the person's entry."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-gecos",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="low",
    title=Text("口令不含账户说明中的姓名、电话", "No password holds words of the account's comment"),
    breaks=Text("以真名、电话作口令的人", "Who uses the full name or telephone as the password"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [PamOption("password", "pam_pwquality.so", "gecoscheck", at_least(1), _CONF, "0")],
)
