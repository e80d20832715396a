"""The greeting says no more than it must."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-version",
    clauses=("8.1.4.4-a",),
    items=("6.5-c",),
    severity="low",
    title=Text("SSH 问候语不泄露发行版", "The greeting of SSH tells no distribution"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SshdOption("VersionAddendum", word("none")),
        SshdOption("DebianBanner", word("no")),
    ],
)
