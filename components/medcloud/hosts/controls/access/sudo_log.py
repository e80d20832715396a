"""What sudo runs is logged, on a terminal of its own."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import TextFile
from medcloud.text import Text

_PATH = "/etc/sudoers.d/50-medcloud-log"
_TEXT = 'Defaults use_pty\nDefaults logfile="/var/log/sudo.log"\n'

control = Control(
    id="sudo-log",
    clauses=("8.1.4.2-d", "8.1.4.3-a"),
    items=("7.2.2-c", "7.2.3.2-e"),
    severity="medium",
    title=Text("sudo 的命令都有记录", "What sudo runs is logged"),
    breaks=Text("无终端的老脚本", "Old scripts without a terminal"),
    proof="behaviour",
    host_kind="namespace",
    reads=(_PATH,),
    settings=lambda case: [TextFile(_PATH, _TEXT, 0o440, checks=("visudo -c",))],
)
