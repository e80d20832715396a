"""Use of the tools that change the kernel is audited."""

from medcloud.hosts.controls.audit._rules import programs
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/usr/bin/kmod",
    "/usr/sbin/sysctl",
    "/usr/sbin/auditctl",
    "/usr/sbin/nft",
    "/usr/sbin/xtables-nft-multi",
    "/usr/sbin/xtables-legacy-multi",
    "/usr/sbin/setenforce",
)

control = Control(
    id="audit-kernel-tools",
    clauses=("8.1.4.3-a", "8.1.4.3-d", "8.1.5.2-a"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("内核、防火墙与审计工具的使用被审计", "Use of kernel, firewall and audit tools is audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: programs(case, _PATHS, "kernel-tools"),
)
