"""Use of the tools that change accounts is audited."""

from medcloud.hosts.controls.audit._rules import programs
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/usr/sbin/useradd",
    "/usr/sbin/userdel",
    "/usr/sbin/usermod",
    "/usr/sbin/groupadd",
    "/usr/sbin/groupdel",
    "/usr/sbin/groupmod",
    "/usr/sbin/chpasswd",
)

control = Control(
    id="audit-account-tools",
    clauses=("8.1.4.3-a", "8.1.5.3-a"),
    items=("7.2.3.2-e", "7.2.2-c"),
    severity="medium",
    title=Text("账户管理工具的使用被审计", "Use of account tools is audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: programs(case, _PATHS, "account-tools"),
)
