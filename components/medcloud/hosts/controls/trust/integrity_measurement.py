"""What runs is measured by the kernel (IMA), where it can be."""

from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect, NotHere, Setting
from medcloud.text import Text

_NONE = Text("内核无 IMA", "the kernel has no IMA")
_REMEDY = Text(
    "内核参数 ima_policy=tcb（或装载自有策略）",
    "ima_policy=tcb on the kernel's command line, or a policy of one's own",
)


def _look(case: Case) -> Iterator[str]:
    counts = [line.split()[1] for line in case.state.lines("boot") if line.startswith("ima_count ")]
    # the first entry is the boot's own aggregate
    if not counts or int(counts[0]) <= 1:
        yield f"ima_count {counts[0] if counts else '-'}"


def _settings(case: Case) -> list[Setting]:
    there = "ima yes" in case.state.lines("boot") and not case.state.container
    return [Inspect(_look, _REMEDY)] if there else [NotHere(_NONE)]


control = Control(
    id="integrity-measurement",
    clauses=("8.1.4.6-a",),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("内核度量所运行的程序（IMA）", "The kernel measures what runs (IMA)"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="none",
    settings=_settings,
)
