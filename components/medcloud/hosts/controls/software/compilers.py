"""Compilers are for root."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="compilers",
    clauses=("8.1.4.4-a", "8.1.4.5-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("编译器只供 root", "Compilers are for root"),
    breaks=Text("以普通用户编译的人", "Who compiles as an ordinary user"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/usr/bin/as",
        "/usr/bin/ld.bfd",
        "/usr/bin/gcc-*",
        "/usr/bin/g++-*",
        "/usr/bin/clang-*",
        "/usr/bin/x86_64-linux-gnu-gcc-*",
        "/usr/bin/aarch64-linux-gnu-gcc-*",
    ),
    settings=lambda case: [
        FileRights("/usr/bin/as", 0o750),
        FileRights("/usr/bin/ld.bfd", 0o750),
        FileRights("/usr/bin/gcc-*", 0o750),
        FileRights("/usr/bin/g++-*", 0o750),
        FileRights("/usr/bin/clang-*", 0o750),
        FileRights("/usr/bin/x86_64-linux-gnu-gcc-*", 0o750),
        FileRights("/usr/bin/aarch64-linux-gnu-gcc-*", 0o750),
    ],
)
