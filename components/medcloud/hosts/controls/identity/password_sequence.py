"""No long runs such as 12345."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

_CONF = "/etc/security/pwquality.conf"

control = Control(
    id="password-sequence",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("不得有 12345 之类的连续串", "No long runs such as 12345"),
    breaks=Text("用键盘或数字顺序的人", "Who uses runs of letters or digits"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("length", 4, "lower", Text("连续串的长度", "length of a run"), floor=2),),
    settings=lambda case: [
        PamOption(
            "password",
            "pam_pwquality.so",
            "maxsequence",
            at_most(case["length"], zero_is_off=True),
            _CONF,
            "0",
        )
    ],
)
