"""Only members of wheel use su."""

from medcloud.hosts.change.pam import PamLine
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamModule
from medcloud.text import Text

# The RPM family's wheel is the module's own default; Debian's module would take group 0.
_ARGS = {"rpm": ("use_uid",), "deb": ("use_uid", "group=wheel")}

control = Control(
    id="su-group",
    clauses=("8.1.4.2-a", "8.1.4.2-d"),
    items=("7.2.2-c",),
    severity="high",
    title=Text("只有 wheel 组成员可用 su", "Only members of wheel use su"),
    breaks=Text("不在组内而用 su 的人", "People outside the group who use su"),
    proof="behaviour",
    host_kind="namespace",
    settings=lambda case: [
        PamModule(
            PamLine("auth", "required", "pam_wheel.so", _ARGS[case.known.family]),
            services=("su",),
            files=("/etc/pam.d/su",),
            after="pam_rootok.so",
        ),
    ],
)
