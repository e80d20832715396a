"""Only administrators compile on a server."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="compiler-rights",
    clauses=("8.1.4.4-a", "8.1.4.5-a"),
    items=("6.5-c", "7.2.2-c"),
    severity="low",
    title=Text("服务器上只有 root 可用编译器", "Only root compiles on a server"),
    breaks=Text("在主机上以普通用户编译的人", "Who compiles on the host as an ordinary user"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/usr/bin/as",
        "/usr/bin/gcc*",
        "/usr/bin/g++*",
        "/usr/bin/*-gcc*",
        "/usr/bin/*-g++*",
        "/usr/bin/*-as",
        "/usr/bin/cc",
        "/usr/bin/clang*",
    ),
    settings=lambda case: [
        FileRights("/usr/bin/as", 0o750),
        FileRights("/usr/bin/gcc*", 0o750),
        FileRights("/usr/bin/g++*", 0o750),
        FileRights("/usr/bin/*-gcc*", 0o750),
        FileRights("/usr/bin/*-g++*", 0o750),
        FileRights("/usr/bin/*-as", 0o750),
        FileRights("/usr/bin/cc", 0o750),
        FileRights("/usr/bin/clang*", 0o750),
    ],
)
