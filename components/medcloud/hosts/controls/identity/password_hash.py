"""New passwords are hashed by the best that the host has."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Manual, PamHash, Setting, offered
from medcloud.text import Text

_GAP = Text(
    "主机的 pam_unix 无 SM3，已用现有最强散列；差距须报告",
    "the host's pam_unix has no SM3: the strongest it has is used, and the gap is to be reported",
)


def _settings(case: Case) -> list[Setting]:
    return [PamHash(), *(() if "sm3" in offered(case) else (Manual(_GAP),))]


control = Control(
    id="password-hash",
    clauses=("8.1.4.8-b", "8.1.4.7-b"),
    items=("7.2.1-a", "7.2.1-c", "7.2.3.1-a"),
    severity="high",
    title=Text(
        "口令以系统最强的散列存储（SM3 优先）", "Passwords are stored by the strongest hash (SM3 first)"
    ),
    breaks=Text("不会该散列的旧程序", "Old programs that do not know the hash"),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
