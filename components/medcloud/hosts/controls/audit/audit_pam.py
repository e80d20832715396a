"""Changes of authentication are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/pam.d",
    "/etc/security",
    "/etc/login.defs",
    "/etc/nsswitch.conf",
    "/etc/sssd",
)

control = Control(
    id="audit-pam",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.2-e", "7.2.2-a"),
    severity="high",
    title=Text("认证配置变更被审计", "Changes of authentication are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "pam"),
)
