"""What came of one control on one host."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from medcloud.hosts.controls.control import Control
from medcloud.text import NOTHING, Text
from medcloud.waivers import Use


class Status(Enum):
    """The seven results that there are."""

    PASS = "pass"  # noqa: S105 - a result, no password
    FIXED = "fixed"
    FAIL = "fail"
    WAIVED = "waived"
    NOT_APPLICABLE = "not-applicable"
    MANUAL = "manual"
    ERROR = "error"

    @property
    def good(self) -> bool:
        """Whether nothing is left to do for software; what is manual is for people and listed as such."""
        return self not in (Status.FAIL, Status.ERROR)

    @property
    def zh(self) -> str:
        """For people."""
        return _ZH[self]

    @property
    def text(self) -> Text:
        """In a word."""
        return Text(self.zh, self.value)


_ZH = {
    Status.PASS: "通过",
    Status.FIXED: "已修复",
    Status.FAIL: "不符合",
    Status.WAIVED: "已豁免",
    Status.NOT_APPLICABLE: "不适用",
    Status.MANUAL: "人工核查",
    Status.ERROR: "出错",
}


@dataclass(frozen=True)
class Result:
    """One control on one host."""

    control: Control
    status: Status
    findings: tuple[Text, ...] = ()
    waivers: tuple[Use, ...] = ()


@dataclass(frozen=True)
class HostReport:
    """One host; `failed` says why there are no results."""

    name: str
    system: str = ""
    """Id of the system; empty when it is unknown."""
    pretty_name: str = ""
    isa: str = ""
    level: int = 0
    container: bool = False
    results: tuple[Result, ...] = ()
    notes: tuple[Text, ...] = ()
    """What is to be said about the whole host, e.g. that its system is unknown."""
    failed: Text = NOTHING
    seconds: float = field(default=0.0, compare=False)

    @property
    def good(self) -> bool:
        """Whether it was reached and no control failed."""
        return not self.failed and all(result.status.good for result in self.results)
