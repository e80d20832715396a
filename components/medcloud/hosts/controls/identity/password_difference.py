"""A new password is not the old one with a letter changed."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-difference",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("新口令须与旧口令有足够不同", "A new password differs enough from the old one"),
    breaks=Text("只改一两个字符的人", "People who change a letter or two"),
    proof="effective",
    host_kind="namespace",
    parameters=(
        Parameter("characters", 3, "higher", Text("不同的字符数", "characters that differ"), ceiling=20),
    ),
    settings=lambda case: [
        PamOption("password", "pam_pwquality.so", "difok", at_least(case["characters"]), _CONF, "1")
    ],
)
