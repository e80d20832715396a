"""Nobody else puts programs or settings where all take them from."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="system-folders",
    clauses=("8.1.4.2-f", "8.1.4.5-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("系统目录他人不可写", "Nobody else writes the folders of programs and settings"),
    breaks=Text("向 /usr/local 安装软件的普通账户", "Ordinary accounts that install into /usr/local"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/",
        "/etc",
        "/usr",
        "/usr/bin",
        "/usr/sbin",
        "/usr/lib",
        "/usr/lib64",
        "/usr/local",
        "/usr/local/bin",
        "/usr/local/sbin",
        "/usr/local/lib",
        "/opt",
        "/boot",
    ),
    settings=lambda case: [
        FileRights("/", 0o755),
        FileRights("/etc", 0o755),
        FileRights("/usr", 0o755),
        FileRights("/usr/bin", 0o755),
        FileRights("/usr/sbin", 0o755),
        FileRights("/usr/lib", 0o755),
        FileRights("/usr/lib64", 0o755),
        FileRights("/usr/local", 0o755),
        FileRights("/usr/local/bin", 0o755),
        FileRights("/usr/local/sbin", 0o755),
        FileRights("/usr/local/lib", 0o755),
        FileRights("/opt", 0o755),
        FileRights("/boot", 0o755),
    ],
)
