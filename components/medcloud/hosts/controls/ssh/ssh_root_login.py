"""Root does not log in over SSH with a password."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_NAMES = ("no", "prohibit-password", "without-password")


def _settings(case: Case) -> list[SshdOption]:
    """Not at all where the site names operators that the host has; else by key: somebody must get in."""
    named = set(case.surroundings.operators)
    alone = bool(named - {"root"}) and named <= {account.name for account in case.state.accounts} - {"root"}
    return [SshdOption("PermitRootLogin", word("no") if alone else word("prohibit-password", *_NAMES))]


control = Control(
    id="ssh-root-login",
    clauses=("8.1.4.2-a", "8.1.4.1-c"),
    items=("6.5-c", "7.2.2-c"),
    severity="high",
    title=Text(
        "root 不得以口令经 SSH 登录；已列操作员时不得经 SSH 登录",
        "Root logs in over SSH without a password, and not at all where operators are named",
    ),
    breaks=Text("以 root 登录的脚本与人", "Scripts and people that log in as root"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
