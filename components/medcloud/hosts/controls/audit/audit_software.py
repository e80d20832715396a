"""Use of the tools that install software is audited."""

from medcloud.hosts.controls.audit._rules import programs
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/usr/bin/dpkg",
    "/usr/bin/apt",
    "/usr/bin/apt-get",
    "/usr/bin/rpm",
    "/usr/bin/dnf-3",
    "/usr/bin/yum",
    "/usr/bin/snap",
)

control = Control(
    id="audit-software",
    clauses=("8.1.4.3-a", "8.1.4.4-a"),
    items=("6.5-c", "7.1.2.4-c", "7.2.2-a"),
    severity="medium",
    title=Text("软件安装卸载被审计", "Installing and removing software is audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: programs(case, _PATHS, "software"),
)
