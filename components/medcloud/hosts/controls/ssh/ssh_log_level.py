"""A login is logged with the key that opened it."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-log-level",
    clauses=("8.1.4.3-b", "8.1.4.3-a"),
    items=("7.2.3.4.2-c", "7.2.3.2-e"),
    severity="medium",
    title=Text("SSH 登录连同密钥指纹均有记录", "A login is logged with the fingerprint of its key"),
    breaks=Text("日志略增", "A few more lines of log"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("LogLevel", word("VERBOSE"))],
)
