"""Changes of everyone's shell are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/profile",
    "/etc/profile.d",
    "/etc/bashrc",
    "/etc/bash.bashrc",
    "/etc/environment",
    "/etc/skel",
)

control = Control(
    id="audit-shell-profiles",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="low",
    title=Text("公共登录脚本变更被审计", "Changes of everyone's login scripts are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "profile"),
)
