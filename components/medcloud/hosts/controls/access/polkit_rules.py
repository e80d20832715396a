"""No rule of polkit lets everyone do something unasked."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_RULES = "/etc/polkit-1/rules.d/*.rules"
_REMEDY = Text("改为 AUTH_ADMIN，或附签名豁免", "make it AUTH_ADMIN, or have it waived")


def _look(case: Case) -> Iterator[str]:
    for path in case.state.paths(_RULES):
        text = (case.state.read(path) or b"").decode("utf-8", "replace")
        if any("polkit.Result.YES" in line.partition("//")[0] for line in text.splitlines()):
            yield path


control = Control(
    id="polkit-rules",
    clauses=("8.1.4.2-d", "8.1.4.2-e"),
    items=("7.2.2-c",),
    severity="medium",
    title=Text("本地 polkit 规则不免鉴别放行", "No local rule of polkit says yes without asking"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=(_RULES,),
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
