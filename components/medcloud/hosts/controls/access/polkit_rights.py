"""Only root says who may act through polkit."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="polkit-rights",
    clauses=("8.1.4.2-e", "8.1.4.2-f"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text("polkit 规则只有 root 可改", "Only root says who may act through polkit"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/polkit-1",
        "/etc/polkit-1/rules.d",
        "/etc/polkit-1/rules.d/*",
    ),
    settings=lambda case: [
        FileRights("/etc/polkit-1", 0o755),
        FileRights("/etc/polkit-1/rules.d", 0o750, users=("root", "polkitd"), groups=("root", "polkitd")),
        FileRights("/etc/polkit-1/rules.d/*", 0o644, users=("root", "polkitd"), groups=("root", "polkitd")),
    ],
)
