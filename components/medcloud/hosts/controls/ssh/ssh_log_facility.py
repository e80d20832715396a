"""Logins go to the log of authentication."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-log-facility",
    clauses=("8.1.4.3-a",),
    items=("7.2.3.2-e",),
    severity="low",
    title=Text("SSH 登录记入鉴别日志", "SSH logins go to the log of authentication"),
    breaks=Text("按旧设施名收日志的规则", "Log rules that expect another facility"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("SyslogFacility", word("AUTHPRIV", "AUTH"))],
)
