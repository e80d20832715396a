"""New passwords are long and mixed."""

from medcloud.hosts.control import Control
from medcloud.hosts.figures import PASSWORD_CLASSES, PASSWORD_LENGTH
from medcloud.hosts.pam import PamLine
from medcloud.hosts.parameter import Parameter
from medcloud.hosts.settings import PamModule, PamOption
from medcloud.hosts.want import Want, at_least, word
from medcloud.hosts.words import Text

_MODULE = "pam_pwquality.so"
_LINE = PamLine("password", "requisite", _MODULE)


def _option(name: str, want: Want, default: str | None = None, *, flag: bool = False) -> PamOption:
    return PamOption("password", _MODULE, name, want, "/etc/security/pwquality.conf", default, flag)


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
