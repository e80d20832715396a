"""One figure of the standard: a value, its unit, and how something is compared with it."""

from __future__ import annotations

import operator
import re
from typing import NamedTuple

from medcloud.standard.errors import CatalogueError
from medcloud.standard.units import UNITS
from medcloud.text import Text

_COMPARE = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}
_SIGN = {">=": "≥", "<=": "≤", "==": "=", ">": ">", "<": "<"}
COMPARISONS = tuple(_COMPARE)

_VERSION = re.compile(r"(?P<family>.*?)[\s_v-]*(?P<version>\d+(?:\.\d+)*)", re.IGNORECASE)


class Number(NamedTuple):
    """A figure such as ``>= 32 core`` or ``>= TLS 1.3``; a text value is a version or a name."""

    value: int | float | str
    unit: str
    comparison: str

    def allows(self, x: object) -> bool:
        """Whether x, in this figure's own unit, meets it; what is neither number nor version does not."""
        if isinstance(self.value, str):
            return _allows_text(self.value, self.comparison, x)
        found = _as_number(x)
        return found is not None and bool(_COMPARE[self.comparison](found, self.value))

    def to(self, unit: str) -> float:
        """The value in another unit, e.g. 90 d in s; CatalogueError when that is of another kind."""
        own, other = UNITS[self.unit], UNITS.get(unit)
        if other is None or other.base != own.base or isinstance(self.value, str):
            raise CatalogueError(
                Text(f"{self.text_en}: 不能换算为 {unit}", f"{self.text_en}: cannot be given in {unit}")
            )
        converted = self.value * own.factor / other.factor
        return round(converted) if abs(converted - round(converted)) < 1e-9 else converted

    @property
    def text_zh(self) -> str:
        """The figure as Chinese readers write it, e.g. ``≥ 32 核``."""
        return self._text(UNITS[self.unit].zh)

    @property
    def text_en(self) -> str:
        """The figure as English readers write it, e.g. ``≥ 32 cores``."""
        return self._text(UNITS[self.unit].en)

    def _text(self, unit: str) -> str:
        value = self.value if isinstance(self.value, str) else f"{self.value:,}"
        return f"{_SIGN[self.comparison]} {value} {unit}".rstrip()


def _as_number(x: object) -> float | None:
    """A number, also one that a cloud hands over as text; nothing else (a bool is not a number)."""
    if isinstance(x, bool) or not isinstance(x, int | float | str):
        return None
    if not isinstance(x, str):
        return x
    try:
        return float(x)
    except ValueError:
        return None


def _allows_text(value: str, comparison: str, x: object) -> bool:
    if isinstance(x, bool) or not isinstance(x, int | float | str):
        return False
    text = str(x).strip()
    wanted, found = _VERSION.fullmatch(value), _VERSION.fullmatch(text)
    if wanted is None or found is None:
        return comparison == "==" and text.casefold() == value.casefold()
    family = found["family"].casefold()
    if family not in ("", wanted["family"].casefold()):
        return False
    return bool(_COMPARE[comparison](_parts(found["version"]), _parts(wanted["version"])))


def _parts(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in version.split(".")]
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
