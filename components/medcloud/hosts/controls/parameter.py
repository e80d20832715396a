"""A figure of a control that a site may make stricter."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.errors import HardenError
from medcloud.text import Text


@dataclass(frozen=True)
class Parameter:
    """A whole number; `default` is the laxest that the standard allows."""

    name: str
    default: int
    stricter: str
    """lower or higher."""
    about: Text
    floor: int = 0
    """No value below it makes sense, or a lower one locks people out."""
    ceiling: int = 2**31 - 1

    def checked(self, value: int, *, waived: bool = False, place: str = "") -> int:
        """The value; HardenError when it is out of range, or laxer than the standard and not waived."""
        if not self.floor <= value <= self.ceiling:
            raise HardenError(
                Text(
                    f"{place}: {value} 超出范围 {self.floor}..{self.ceiling}（{self.about.zh}）",
                    f"{place}: {value} is out of range {self.floor}..{self.ceiling} ({self.about.en})",
                )
            )
        if self.laxer(value, self.default) and not waived:
            raise self.refusal(value, place)
        return value

    def laxer(self, value: int, other: int) -> bool:
        """Whether a value is laxer than another one."""
        return value > other if self.stricter == "lower" else value < other

    def refusal(self, value: int, place: str) -> HardenError:
        """That a value is laxer than the standard, and what would do."""
        sign = "≤" if self.stricter == "lower" else "≥"
        return HardenError(
            Text(
                f"{place}: {value} 宽于标准，须 {sign}{self.default}，或附签名豁免（{self.about.zh}）",
                f"{place}: {value} is laxer than the standard: {sign}{self.default}, or a "
                f"signed waiver ({self.about.en})",
            )
        )
