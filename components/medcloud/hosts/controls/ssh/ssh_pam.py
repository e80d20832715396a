"""Logins by key pass PAM as well, so that locks and expiry hold for them."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-pam",
    clauses=("8.1.4.1-b", "8.1.4.1-a"),
    items=("7.2.3.1-a",),
    severity="high",
    title=Text("SSH 登录均经 PAM，锁定与到期对其有效", "SSH logins pass PAM, so that expiry and limits hold"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("UsePAM", word("yes"))],
)
