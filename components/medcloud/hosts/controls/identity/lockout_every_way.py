"""A lock after failures closes every way in, not only the one by password."""

from collections.abc import Iterable

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, Manual, Setting
from medcloud.text import Text

_TASK = Text(
    "密钥登录不问 faillock：失败锁定的账户仍能以密钥登录；以 --parameter ssh-factors.enforce=1 要求两种鉴别，"
    "或在锁定期间 chage -E 0 账户",
    "a key login does not ask faillock, so it still opens an account locked for failures: demand two proofs"
    " by --parameter ssh-factors.enforce=1, or expire the account by chage -E 0 while it is locked",
)
_ASKED = ("password", "keyboard-interactive")
"""What PAM's auth stack, and so faillock, decides."""


def _settings(case: Case) -> Iterable[Setting]:
    sshd = case.state.sshd
    ways = sshd.get("authenticationmethods", ("any",))
    keys = "yes" in sshd.get("pubkeyauthentication", ("yes",))
    past = [way for way in " ".join(ways).split() if not any(word in way for word in _ASKED)]
    if keys and past:
        return [Manual(_TASK)]
    return [Inspect(lambda _: (), _TASK)]


control = Control(
    id="lockout-every-way",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text("失败锁定对每种登录方式均有效", "A lock after failures closes every way in"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="namespace",
    settings=_settings,
)
