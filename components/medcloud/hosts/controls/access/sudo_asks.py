"""Sudo asks for a password."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.access._sudoers import READS, written
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text("去掉 NOPASSWD，或附签名豁免", "remove NOPASSWD, or have it waived")


def _look(case: Case) -> Iterator[str]:
    for path, line in written(case):
        if re.search(r"\bNOPASSWD\s*:|^Defaults.*!\s*authenticate\b", line):
            yield f"{path}: {line.split()[0]}"


control = Control(
    id="sudo-asks",
    clauses=("8.1.4.1-a", "8.1.5.1-a"),
    items=("7.2.2-c", "7.2.3.2-a"),
    severity="medium",
    title=Text("sudo 均须口令（NOPASSWD 须经豁免）", "Sudo asks for a password; NOPASSWD needs a waiver"),
    breaks=Text("无人值守的自动化账户", "Automation that nobody watches"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=READS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
