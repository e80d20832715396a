"""Few tries a connection."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="ssh-tries",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a", "6.5-c"),
    severity="medium",
    title=Text("每次 SSH 连接至多尝试四次", "Four tries a connection at most"),
    breaks=Text("带许多密钥的代理", "Agents that hold many keys"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("tries", 4, "lower", Text("每次连接的尝试次数", "tries a connection"), floor=2),),
    settings=lambda case: [SshdOption("MaxAuthTries", at_most(case["tries"]))],
)
