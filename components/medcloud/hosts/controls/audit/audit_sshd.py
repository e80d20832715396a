"""Changes of remote administration are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/ssh/sshd_config",
    "/etc/ssh/sshd_config.d",
    "/root/.ssh",
)

control = Control(
    id="audit-sshd",
    clauses=("8.1.4.3-a", "8.1.5.1-a"),
    items=("7.2.3.2-d", "7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("SSH 配置变更被审计", "Changes of the SSH server are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "sshd"),
)
