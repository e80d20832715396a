"""Changes of the clock are audited."""

from medcloud.hosts.controls.audit._rules import calls, watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = (
    "adjtimex",
    "settimeofday",
    "clock_settime",
)
_PATHS = ("/etc/localtime",)

control = Control(
    id="audit-clock",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("时间变更被审计", "Changes of the clock are audited"),
    breaks=Text("chrony 微调的记录", "Records of chrony's small steps"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: [*calls(case, _CALLS, "", "time-change"), *watch(case, _PATHS, "time-change")],
)
