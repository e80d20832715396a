"""Sudo asks again after a while."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import SudoDefault
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="sudo-again",
    clauses=("8.1.4.1-b", "8.1.4.2-d"),
    items=("7.2.3.4.2-b", "7.2.2-c"),
    severity="medium",
    title=Text("sudo 隔一段时间再次验证口令", "Sudo asks for the password again after a while"),
    breaks=Text("须常输口令", "People type their password more often"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("minutes", 5, "lower", Text("分钟数", "minutes")),),
    settings=lambda case: [
        SudoDefault(
            f"timestamp_timeout={case['minutes']}",
            r"Authentication timestamp timeout: (-?\d+)(?:\.\d+)? minutes",
            at_most(case["minutes"], least=0),
        )
    ],
)
