"""One of several programs that do a job, of which a site has chosen one."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.settings.check import GOOD, Check, Verdict
from medcloud.hosts.settings.inspect import Unset
from medcloud.text import Text


@dataclass(frozen=True)
class OneRuns(Unset):
    """Good when one of the units is active; else a person sees to the job, or shows what else does it."""

    units: tuple[str, ...]
    task: Text

    def check(self, case: Case) -> Check:
        """What is installed but not active does no job."""
        known = case.state.units
        if any(name in known and known[name].active == "active" for name in self.units):
            return GOOD
        return Check(Verdict.MANUAL, self.task)
