"""One session an account."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import Limit
from medcloud.hosts.settings.condition import at_most
from medcloud.standard import number
from medcloud.text import Text

_SESSIONS = int(number("7.2.3.4.2-a", "sessions_per_account").to("session"))

control = Control(
    id="one-session",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-a",),
    severity="low",
    title=Text("每个账户同时只有一个终端会话", "One terminal session an account"),
    breaks=Text(
        "同时开多个终端的人；不带终端的连接与 root 不受限",
        "People with several terminals; not root, nor connections without a terminal",
    ),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("sessions", _SESSIONS, "lower", Text("会话数", "sessions"), floor=1),),
    settings=lambda case: [Limit("maxlogins", "hard", at_most(case["sessions"], least=1), domains=("*",))],
)
