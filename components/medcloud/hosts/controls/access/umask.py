"""New files are not open to others."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import LoginDefs, PamModule
from medcloud.hosts.settings.condition import Umask
from medcloud.text import Text

control = Control(
    id="umask",
    clauses=("8.1.4.2-f",),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("新文件不对他人开放", "New files are not open to others"),
    breaks=Text("以文件交换数据的程序", "Programs that exchange data by files"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        LoginDefs("UMASK", Umask(0o027)),
        PamModule(PamLine("session", "optional", "pam_umask.so")),
    ],
)
