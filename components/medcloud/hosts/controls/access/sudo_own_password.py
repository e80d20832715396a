"""Sudo asks for one's own password, not root's."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SudoDefault
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="sudo-own-password",
    clauses=("8.1.4.2-a", "8.1.4.2-c"),
    items=("7.2.3.1-a", "7.2.2-c"),
    severity="high",
    title=Text(
        "sudo 验证本人口令，不共用 root 口令", "Sudo asks for one's own password, so root's is not shared"
    ),
    breaks=Text("以 root 口令用 sudo 的人", "Who uses sudo by root's password"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SudoDefault(
            "!rootpw, !targetpw, !runaspw",
            "Prompt for (root|the default runas user|the target user)'s password.*",
            word("no"),
        )
    ],
)
