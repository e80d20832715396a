"""A weak password is refused, not only frowned upon."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-enforced",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text("弱口令被拒绝而非仅警告", "A weak password is refused, not only warned of"),
    breaks=Text("设弱口令的人", "Who chooses a weak password"),
    proof="behaviour",
    host_kind="namespace",
    settings=lambda case: [PamOption("password", "pam_pwquality.so", "enforcing", at_least(1), _CONF, "1")],
)
