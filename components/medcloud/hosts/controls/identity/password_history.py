"""Old passwords are not used again."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import PASSWORDS_REMEMBERED
from medcloud.hosts.settings import PamModule, PamOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_LINE = PamLine("password", "required", "pam_pwhistory.so", ("use_authtok",))

control = Control(
    id="password-history",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="medium",
    title=Text("不得重用旧口令", "Old passwords are not used again"),
    breaks=Text("轮流使用旧口令的人", "People who take turns among old passwords"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(
        Parameter(
            "passwords",
            PASSWORDS_REMEMBERED,
            "higher",
            Text("记住的口令数", "passwords remembered"),
            ceiling=400,
        ),
    ),
    settings=lambda case: [
        PamModule(_LINE, before="pam_unix.so", services=("passwd",)),
        PamOption("password", _LINE.module, "remember", at_least(case["passwords"])),
    ],
)
