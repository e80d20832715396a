"""The console gives few tries and little time."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import FAILURES
from medcloud.hosts.settings import LoginDefs
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="login-tries",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a", "7.2.3.2-d"),
    severity="low",
    title=Text("控制台登录的次数与时间有限", "The console gives few tries and little time"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("tries", FAILURES, "lower", Text("尝试次数", "tries"), floor=2),),
    settings=lambda case: [
        LoginDefs("LOGIN_RETRIES", at_most(case["tries"], zero_is_off=True)),
        LoginDefs("LOGIN_TIMEOUT", at_most(60, zero_is_off=True)),
    ],
)
