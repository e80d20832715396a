"""What can be looked at but not set, and what only a person can see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, Verdict
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_SHOWN = 20


class Unset(Setting):
    """Looked at, never set."""

    settable = False

    def set(self, case: Case, overlay: Overlay) -> None:
        """Never: a person does it."""
        raise Refused(Text("须人工处理", "a person must do it"))


@dataclass(frozen=True)
class Inspect(Unset):
    """`look` yields what is wrong, in names and plain values; `remedy` says what a person does about it."""

    look: Callable[[Case], Iterable[Text | str]]
    remedy: Text

    def check(self, case: Case) -> Check:
        """Good when nothing is wrong."""
        found = list(self.look(case))
        if not found:
            return GOOD
        more = f" (+{len(found) - _SHOWN})" if len(found) > _SHOWN else ""
        seen, remedy = Text.join(", ", found[:_SHOWN]), self.remedy
        return Check(Verdict.BAD, Text(f"{seen.zh}{more} → {remedy.zh}", f"{seen.en}{more} → {remedy.en}"))


@dataclass(frozen=True)
class Manual(Unset):
    """Software cannot decide it; `task` is what a person looks at."""

    task: Text

    def check(self, case: Case) -> Check:
        """Always for a person."""
        return Check(Verdict.MANUAL, self.task)


@dataclass(frozen=True)
class NotHere(Unset):
    """The control does not apply to this host, for a reason."""

    reason: Text

    def check(self, case: Case) -> Check:
        """Absent."""
        return Check(Verdict.ABSENT, self.reason)
