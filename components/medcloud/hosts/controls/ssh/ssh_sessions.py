"""A connection carries few sessions."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="ssh-sessions",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.2-d", "6.5-c"),
    severity="low",
    title=Text("每条 SSH 连接的会话数有限", "A connection carries few sessions"),
    breaks=Text("多路复用连接的工具", "Tools that share one connection"),
    proof="effective",
    host_kind="namespace",
    parameters=(
        Parameter("sessions", 4, "lower", Text("每条连接的会话数", "sessions a connection"), floor=2),
    ),
    settings=lambda case: [SshdOption("MaxSessions", at_most(case["sessions"], least=1))],
)
