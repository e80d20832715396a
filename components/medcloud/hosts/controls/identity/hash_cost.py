"""A hash takes long to guess at."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import Manual, PamOption, Setting, offered
from medcloud.hosts.want import at_least
from medcloud.hosts.words import Text

_TASK = Text(
    "SM3 散列的轮数由系统的 pam_unix 决定，须查其文档",
    "rounds of SM3 are up to the system's pam_unix: see its manual",
)


def _settings(case: Case) -> list[Setting]:
    best = offered(case)[:1]
    if best == ("sm3",):
        return [Manual(_TASK)]
    if best == ("yescrypt",):
        return [
            PamOption("password", "pam_unix.so", "rounds", at_least(5), default="5", services=("passwd",))
        ]
    return [PamOption("password", "pam_unix.so", "rounds", at_least(65_536), services=("passwd",))]


control = Control(
    id="hash-cost",
    clauses=("8.1.4.8-b",),
    items=("7.2.1-a", "7.2.3.1-a"),
    severity="low",
    title=Text("口令散列的轮数足够多", "Hashes of passwords take long to guess at"),
    breaks=Text("登录慢几十毫秒", "Logins take some tens of milliseconds more"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
