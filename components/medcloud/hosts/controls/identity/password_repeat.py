"""No character many times in a row."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-repeat",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("同一字符不得连续多次", "No character many times in a row"),
    breaks=Text("用 aaaa、1111 的人", "Who uses aaaa or 1111"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("times", 3, "lower", Text("连续相同字符数", "same characters in a row"), floor=1),),
    settings=lambda case: [
        PamOption(
            "password", "pam_pwquality.so", "maxrepeat", at_most(case["times"], zero_is_off=True), _CONF, "0"
        )
    ],
)
