"""Sudo takes few tries."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SudoDefault
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="sudo-tries",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.1-a",),
    severity="low",
    title=Text("sudo 的口令尝试次数有限", "Sudo takes few tries"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SudoDefault("passwd_tries=3", r"Number of tries to enter a password: (\d+)", at_most(3))
    ],
)
