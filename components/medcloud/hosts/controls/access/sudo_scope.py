"""Only administrators may do everything through sudo."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.controls.access._sudoers import READS, rules
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Inspect
from medcloud.text import Text

_REMEDY = Text(
    "改为逐条命令，或列入 site.operators", "name the commands, or name the person in site.operators"
)
_ADMINISTRATORS = {"root", "%wheel", "%sudo", "%admin", "#0"}


def _look(case: Case) -> Iterator[str]:
    for path, rule in rules(case):
        who = rule.split()[0]
        everything = re.search(r"(?:=|\)|:|,)\s*ALL\s*$", rule)
        if everything and who not in _ADMINISTRATORS and who not in case.surroundings.operators:
            yield f"{path}: {who}"


control = Control(
    id="sudo-scope",
    clauses=("8.1.4.2-d", "8.1.5.1-a"),
    items=("7.2.2-c",),
    severity="high",
    title=Text("只有管理员可经 sudo 执行全部命令", "Only administrators may run everything through sudo"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    generic=True,
    reads=READS,
    settings=lambda case: [Inspect(_look, _REMEDY)],
)
