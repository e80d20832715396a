"""Changes of mandatory access control are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/selinux",
    "/usr/share/selinux",
    "/etc/apparmor",
    "/etc/apparmor.d",
    "/etc/kysec",
    "/etc/deepin-elf-verify",
)

control = Control(
    id="audit-mac",
    clauses=("8.1.4.3-a", "8.1.4.2-e", "8.1.4.2-g"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("强制访问控制策略变更被审计", "Changes of mandatory access control are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "mac-policy"),
)
