"""No core dumps are written."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Limit, Sysctl, TextFile
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_SHELLS = "/etc/profile.d/zz-medcloud-core.sh"  # login shells that no PAM session limits

control = Control(
    id="core-dumps",
    clauses=("8.1.4.8-b", "8.1.4.10-b"),
    items=("7.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("不写内存转储", "No core dumps are written"),
    breaks=Text("以转储查错的开发者", "Developers who debug by dumps"),
    proof="behaviour",
    host_kind="namespace",
    reads=(_SHELLS,),
    settings=lambda case: [
        Limit("core", "hard", exactly(0)),
        TextFile(_SHELLS, "ulimit -c 0\n"),
        Sysctl("fs.suid_dumpable", exactly(0)),
    ],
)
