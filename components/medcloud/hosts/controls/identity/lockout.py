"""Failed logins lock an account, root too."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import FAILURES, LOCK_SECONDS
from medcloud.hosts.settings import Faillock, PamOption
from medcloud.hosts.settings.condition import Condition, at_most, lasting, word
from medcloud.text import Text


def _option(name: str, condition: Condition, default: str | None = None, *, flag: bool = False) -> PamOption:
    return PamOption("auth", "pam_faillock.so", name, condition, _CONF, default, flag)


_CONF = "/etc/security/faillock.conf"


control = Control(
    id="lockout",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a",),
    severity="critical",
    title=Text("连续失败即锁定账户，root 亦然", "Failed logins lock an account, root too"),
    breaks=Text("记不住口令的人；脚本中的错口令", "People who forget; scripts with a wrong password"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(
        Parameter(
            "failures", FAILURES, "lower", Text("锁定前的失败次数", "failures before the lock"), floor=3
        ),
        Parameter("seconds", LOCK_SECONDS, "higher", Text("锁定秒数", "seconds of the lock"), ceiling=86_400),
    ),
    settings=lambda case: [
        Faillock(),
        _option("deny", at_most(case["failures"], zero_is_off=True), "3"),
        _option("unlock_time", lasting(case["seconds"]), "600"),
        _option("even_deny_root", word("yes"), flag=True),
        _option("root_unlock_time", lasting(case["seconds"])),
    ],
)
