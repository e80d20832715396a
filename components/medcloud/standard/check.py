"""Checks on what a data file says; every complaint names the file and the entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from medcloud.standard.errors import CatalogueError
from medcloud.standard.numbers import COMPARISONS, Number
from medcloud.standard.units import UNITS
from medcloud.text import Text


class Entry:
    """A mapping at a named place of a data file, read field by field."""

    def __init__(self, file: str, key: str, content: object, fields: Collection[str]) -> None:
        self.file, self.key = file, key
        if not isinstance(content, Mapping):
            raise self.error("应为映射", "must be a mapping")
        self.content: Mapping[Any, Any] = content
        for field in content:
            if field not in fields:
                known = ", ".join(fields)
                raise self.error(
                    f"未知字段 {field!r}，可用：{known}", f"unknown field {field!r}; known: {known}"
                )

    def error(self, zh: str, en: str) -> CatalogueError:
        """The complaint, with its place."""
        return CatalogueError(Text(f"{self.file}: {self.key}: {zh}", f"{self.file}: {self.key}: {en}"))

    def text(self, field: str) -> str:
        """A text that is there and not blank."""
        return self._text(self.content.get(field), field)

    def choice(self, field: str, allowed: Collection[str]) -> str:
        """A text out of a closed list."""
        return self._choice(self.text(field), field, allowed)

    def both(self, field: str) -> tuple[str, str]:
        """A text in Chinese and in English."""
        pair = self._both(field)
        return self._text(pair["zh"], f"{field}.zh"), self._text(pair["en"], f"{field}.en")

    def both_lists(self, field: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Two lists of text, Chinese and English, of one length."""
        pair = self._both(field)
        zh, en = self._texts(pair["zh"], f"{field}.zh"), self._texts(pair["en"], f"{field}.en")
        if len(zh) != len(en):
            raise self.error(f"{field} 中英文条数不同", f"{field} differs in length between zh and en")
        return zh, en

    def texts(self, field: str, allowed: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of texts without repeats, from a closed list if one is given; absent is empty."""
        found = self._texts(self.content.get(field, []), field)
        for text in found:
            if allowed is not None:
                self._choice(text, field, allowed)
        return found

    def days(self, field: str) -> int | None:
        """A positive number of days, or null; the field must be there."""
        value = self.content.get(field, "")
        if value is not None and (type(value) is not int or value <= 0):
            raise self.error(f"{field} 应为正整数或 null", f"{field} must be a positive integer or null")
        return value

    def numbers(self, field: str = "numbers") -> dict[str, Number]:
        """Figures by name, each ``[comparison, value, unit]``; absent is empty."""
        content = self.content.get(field, {})
        if not isinstance(content, Mapping):
            raise self.error(f"{field} 应为映射", f"{field} must be a mapping")
        return {self._text(name, field): self._number(name, figure) for name, figure in content.items()}

    def _number(self, name: str, figure: object) -> Number:
        if not isinstance(figure, list) or len(figure) != 3:
            raise self.error(f"{name} 应为 [比较, 值, 单位]", f"{name} must be [comparison, value, unit]")
        comparison, value, unit = figure
        self._choice(comparison, name, COMPARISONS)
        self._choice(unit, name, UNITS)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise self.error(f"{name} 的值应为数或文本", f"the value of {name} must be a number or a text")
        return Number(value, unit, comparison)

    def _both(self, field: str) -> Mapping[Any, Any]:
        pair = self.content.get(field)
        if not isinstance(pair, Mapping) or set(pair) != {"zh", "en"}:
            raise self.error(f"{field} 应有 zh 与 en", f"{field} must have zh and en")
        return pair

    def _text(self, value: object, field: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{field} 应为非空文本", f"{field} must be a text that is not blank")
        return value

    def _texts(self, value: object, field: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.error(f"{field} 应为列表", f"{field} must be a list")
        found = tuple(self._text(text, field) for text in value)
        if len(set(found)) != len(found):
            raise self.error(f"{field} 有重复", f"{field} repeats an entry")
        return found

    def _choice(self, value: object, field: str, allowed: Collection[str]) -> str:
        if not isinstance(value, str) or value not in allowed:
            options = ", ".join(allowed)
            raise self.error(
                f"{field} 为 {value!r}，应为其一：{options}",
                f"{field} is {value!r}; must be one of: {options}",
            )
        return value
