"""Changes of trusted certificates and keys are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/ssl",
    "/etc/pki",
    "/usr/local/share/ca-certificates",
)

control = Control(
    id="audit-certificates",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.1-b", "7.2.2-a"),
    severity="medium",
    title=Text("信任证书与密钥变更被审计", "Changes of trusted certificates and keys are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "certificates"),
)
