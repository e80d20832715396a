"""No shell opens new files to others again."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ShellFigure
from medcloud.hosts.settings.condition import Umask
from medcloud.text import Text

_PATHS = (
    "/etc/profile",
    "/etc/bashrc",
    "/etc/bash.bashrc",
    "/root/.bashrc",
    "/root/.profile",
    "/etc/profile.d/*.sh",
)

control = Control(
    id="umask-shell",
    clauses=("8.1.4.2-f",),
    items=("6.5-c", "7.2.2-c"),
    severity="medium",
    title=Text("命令行启动文件不放宽 umask", "No shell opens new files to others again"),
    breaks=Text("以文件交换数据的人", "People who exchange data by files"),
    proof="behaviour",
    host_kind="namespace",
    reads=_PATHS,
    settings=lambda case: [ShellFigure("umask", _PATHS, Umask(0o027))],
)
