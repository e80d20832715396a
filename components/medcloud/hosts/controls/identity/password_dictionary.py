"""No words of the dictionary."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-dictionary",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("口令不用字典词", "No words of the dictionary"),
    breaks=Text("以单词作口令的人", "Who uses a plain word"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [PamOption("password", "pam_pwquality.so", "dictcheck", at_least(1), _CONF, "1")],
)
