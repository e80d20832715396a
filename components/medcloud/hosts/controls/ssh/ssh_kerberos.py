"""No login by tickets that nobody set up."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-kerberos",
    clauses=("8.1.4.4-b",),
    items=("6.5-c", "7.2.3.2-d"),
    severity="low",
    title=Text("未启用的 Kerberos 鉴别一律关闭", "Kerberos logins that nobody set up are off"),
    breaks=Text("以域账户票据登录的人", "Who logs in by a domain's ticket"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SshdOption("GSSAPIAuthentication", word("no")),
        SshdOption("KerberosAuthentication", word("no")),
    ],
)
