"""What a value must be: compared as numbers, words and lists, never by text patterns."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str
"""A value as the host has it; lists are divided by commas or blanks."""


class Condition(ABC):
    """A condition and the value to write where it does not hold."""

    @abstractmethod
    def holds(self, value: Value | None) -> bool:
        """Whether a value meets it; None: not set."""

    @property
    @abstractmethod
    def write(self) -> str:
        """What is written instead."""

    @abstractmethod
    def __str__(self) -> str:
        """For findings."""


@dataclass(frozen=True)
class Number(Condition):
    """A whole number within bounds; `zero_is_off` refuses 0 (and what is below) where 0 means unlimited."""

    least: int | None = None
    most: int | None = None
    set: int | None = None
    zero_is_off: bool = False
    base: int = 10

    def holds(self, value: Value | None) -> bool:
        """Within the bounds."""
        try:
            found = int(str(value).strip().strip("\"'"), self.base)
        except ValueError:
            return False
        if self.zero_is_off and found <= 0:
            return False
        return (self.least is None or found >= self.least) and (self.most is None or found <= self.most)

    @property
    def write(self) -> str:
        """The bound itself unless another value was chosen."""
        value = next(v for v in (self.set, self.least, self.most) if v is not None)
        return f"{value:03o}" if self.base == 8 else str(value)

    def __str__(self) -> str:
        if self.least is not None and self.least == self.most:
            return f"{self.least}"
        return " ".join(f"{s}{b}" for s, b in (("≥", self.least), ("≤", self.most)) if b is not None)


@dataclass(frozen=True)
class Word(Condition):
    """One of some words, in any case; the first is written."""

    words: tuple[str, ...]
    unset_is_good: bool = False

    def holds(self, value: Value | None) -> bool:
        """One of them."""
        if value is None:
            return self.unset_is_good
        return value.strip().strip("\"'").casefold() in {word.casefold() for word in self.words}

    @property
    def write(self) -> str:
        """The first."""
        return self.words[0]

    def __str__(self) -> str:
        return "|".join(self.words)


@dataclass(frozen=True)
class Only(Condition):
    """A list with no member but these (and not empty); they are written in this order."""

    members: tuple[str, ...]
    separator: str = ","

    def holds(self, value: Value | None) -> bool:
        """Nothing else in it."""
        found = parts(value)
        return bool(found) and set(found) <= set(self.members)

    @property
    def write(self) -> str:
        """All members."""
        return self.separator.join(self.members)

    def __str__(self) -> str:
        return f"⊆ {self.write}"


@dataclass(frozen=True)
class Umask(Condition):
    """A umask that takes away at least these bits."""

    bits: int

    def holds(self, value: Value | None) -> bool:
        """All the bits are in it."""
        try:
            return int(str(value).strip(), 8) & self.bits == self.bits
        except ValueError:
            return False

    @property
    def write(self) -> str:
        """The bits alone."""
        return f"{self.bits:03o}"

    def __str__(self) -> str:
        return f"⊇ {self.bits:03o}"


@dataclass(frozen=True)
class Lasting(Condition):
    """Seconds, no fewer than; 0 and ``never`` last for ever."""

    seconds: int

    def holds(self, value: Value | None) -> bool:
        """Long enough."""
        found = (value or "").strip()
        return found in ("0", "never") or (found.isdigit() and int(found) >= self.seconds)

    @property
    def write(self) -> str:
        """The seconds."""
        return str(self.seconds)

    def __str__(self) -> str:
        return f"≥{self.seconds}"


_UNITS = {"": 1, "s": 1, "sec": 1, "min": 60, "m": 60, "h": 3600, "day": 86_400, "days": 86_400, "d": 86_400}
_UNITS |= {"week": 604_800, "weeks": 604_800, "w": 604_800, "month": 2_629_800, "months": 2_629_800}
_UNITS |= {"M": 2_629_800, "year": 31_557_600, "years": 31_557_600, "y": 31_557_600}


@dataclass(frozen=True)
class Days(Condition):
    """A time span as systemd writes it, of so many days or more; 0 is without end."""

    days: int

    def holds(self, value: Value | None) -> bool:
        """Long enough."""
        seconds = spent(value)
        return seconds is not None and (seconds == 0 or seconds >= self.days * 86_400)

    @property
    def write(self) -> str:
        """In days."""
        return f"{self.days}day"

    def __str__(self) -> str:
        return f"≥{self.days} d"


@dataclass(frozen=True)
class Span(Condition):
    """A time span as systemd writes it, of so many seconds at most; 0 and infinity are without end."""

    seconds: int

    def holds(self, value: Value | None) -> bool:
        """Short enough."""
        found = spent(value)
        return found is not None and 0 < found <= self.seconds

    @property
    def write(self) -> str:
        """In seconds."""
        return str(self.seconds)

    def __str__(self) -> str:
        return f"≤{self.seconds} s"


def spent(value: Value | None) -> int | None:
    """Seconds of a time span such as ``1h 30min``; None when it is none."""
    found = re.findall(r"(\d+)\s*([A-Za-z]*)", value or "")
    if not found or any(unit not in _UNITS for _, unit in found):
        return None
    return sum(int(number) * _UNITS[unit] for number, unit in found)


def lasting(seconds: int) -> Lasting:
    """Seconds that a lock lasts."""
    return Lasting(seconds)


def word(*words: str, unset_is_good: bool = False) -> Word:
    """One of some words."""
    return Word(words, unset_is_good)


def at_most(
    most: int, *, zero_is_off: bool = False, least: int | None = None, write: int | None = None
) -> Number:
    """No more than."""
    return Number(least=least, most=most, set=most if write is None else write, zero_is_off=zero_is_off)


def at_least(least: int, *, write: int | None = None) -> Number:
    """No less than."""
    return Number(least=least, set=write)


def exactly(value: int) -> Number:
    """This number."""
    return Number(least=value, most=value)


def only(members: Iterable[str], separator: str = ",") -> Only:
    """No others."""
    return Only(tuple(members), separator)


def parts(value: Value | None) -> list[str]:
    """A list's members."""
    return (value or "").replace(",", " ").split()
