"""New passwords are long and mixed."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import PASSWORD_CLASSES, PASSWORD_LENGTH
from medcloud.hosts.settings import PamModule, PamOption
from medcloud.hosts.settings.condition import Condition, at_least, word
from medcloud.text import Text

_MODULE = "pam_pwquality.so"
_LINE = PamLine("password", "requisite", _MODULE)


def _option(name: str, condition: Condition, default: str | None = None, *, flag: bool = False) -> PamOption:
    return PamOption("password", _MODULE, name, condition, "/etc/security/pwquality.conf", default, flag)


control = Control(
    id="password-quality",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text("新口令须够长、够杂", "New passwords are long and mixed"),
    breaks=Text("设弱口令的人", "People who choose weak passwords"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(
        Parameter("length", PASSWORD_LENGTH, "higher", Text("最短字符数", "fewest characters"), ceiling=64),
        Parameter(
            "classes", PASSWORD_CLASSES, "higher", Text("字符类别数", "classes of characters"), ceiling=4
        ),
    ),
    settings=lambda case: [
        PamModule(_LINE, before="pam_unix.so", services=("passwd",)),
        _option("minlen", at_least(case["length"]), "8"),
        _option("minclass", at_least(case["classes"]), "0"),
        _option("enforce_for_root", word("yes"), flag=True),
    ],
)
