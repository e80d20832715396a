"""A hash takes long to guess at."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import LoginDefs, Manual, PamOption, Setting, offered
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

_ROUNDS = 65_536
"""Of SHA-512; tools that go past PAM read them in login.defs."""
_TASK = Text(
    "SM3 散列的轮数由系统的 pam_unix 决定，须查其文档",
    "rounds of SM3 are up to the system's pam_unix: see its manual",
)


def _settings(case: Case) -> list[Setting]:
    best = offered(case)[:1]
    if best == ("sm3",):
        return [Manual(_TASK)]
    tools = [LoginDefs(f"SHA_CRYPT_{end}_ROUNDS", at_least(_ROUNDS)) for end in ("MIN", "MAX")]
    if best == ("yescrypt",):
        cost = PamOption("password", "pam_unix.so", "rounds", at_least(5), default="5", services=("passwd",))
        return [cost, *tools]
    return [PamOption("password", "pam_unix.so", "rounds", at_least(_ROUNDS), services=("passwd",)), *tools]


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
