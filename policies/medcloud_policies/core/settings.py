"""What a site may set in the pack, by JSON Schema, and what it may not: nothing laxer than the standard.

A setting is given under any rule that names it (`pulumi preview --policy-pack-config FILE`) and holds
for the whole pack; the rules of the pack that name it show it in `medcloud policy explain`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from medcloud.text import Refusal, Text


class SettingError(Refusal):
    """A setting that is unknown, of the wrong form or laxer than the standard; says where and why."""


class Setting(NamedTuple):
    """One setting: a list of patterns or words, or a whole number between two bounds."""

    name: str
    about: Text
    default: Any
    schema: Mapping[str, Any] = MappingProxyType({})
    """The bounds, as JSON Schema (`minimum`, `maximum`, `enum` of the items)."""
    refuses: tuple[str, ...] = ()
    """Names that no pattern of this list may match: a list that lets them in is no list."""
    never: str = ""
    """A pattern of names that are never accepted, whatever the list says: `unencrypted` for `encrypt`."""

    def json_schema(self) -> dict[str, Any]:
        """The setting as a JSON Schema property with its default, which the engine fills in and checks."""
        shape: dict[str, Any] = (
            {"type": "array", "items": {"type": "string", "minLength": 1}}
            if isinstance(self.default, tuple)
            else {"type": "integer"}
        )
        default = list(self.default) if isinstance(self.default, tuple) else self.default
        return {
            **shape,
            **self.schema,
            "description": self.about.say("both"),
            "default": default,
        }

    def checked(self, value: Any) -> Any:
        """The value in the form rules use; SettingError when it must not be."""
        return self._number(value) if isinstance(self.default, int) else self._strings(value)

    def _number(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or value % 1 != 0:
            raise SettingError(Text(f"{self.name}: 须为整数", f"{self.name}: must be a whole number"))
        low, high = self.schema.get("minimum"), self.schema.get("maximum")
        if (low is not None and value < low) or (high is not None and value > high):
            raise SettingError(
                Text(
                    f"{self.name} = {value:g}: 不得宽于标准: {low}..{high}",
                    f"{self.name} = {value:g}: must not be laxer than the standard: {low}..{high}",
                )
            )
        return int(value)

    def _strings(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) and v for v in value):
            raise SettingError(
                Text(f"{self.name}: 须为非空文本列表", f"{self.name}: must be a list of non-empty texts")
            )
        words = self.schema.get("items", {}).get("enum")
        for text in value:
            if words and text not in words:
                raise SettingError(
                    Text(
                        f"{self.name}: {text!r} 不在其列：{', '.join(words)}",
                        f"{self.name}: {text!r} is none of {', '.join(words)}",
                    )
                )
            if self.refuses:
                self._check_pattern(text)
        return tuple(value)

    def _check_pattern(self, text: str) -> None:
        try:
            pattern = re.compile(text, re.IGNORECASE)
        except re.error as error:
            raise SettingError(
                Text(
                    f"{self.name}: 正则表达式有误: {text!r} ({error})",
                    f"{self.name}: not a pattern: {text!r} ({error})",
                )
            ) from None
        for name in self.refuses:
            if pattern.search(name):
                raise SettingError(
                    Text(
                        f"{self.name}: {text!r} 过宽，会放行 {name!r}",
                        f"{self.name}: {text!r} is too lax, it lets {name!r} in",
                    )
                )


class Settings:
    """The values in force: what was configured, else the defaults."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values = dict(values or {})
        self._patterns: dict[str, tuple[re.Pattern[str], ...]] = {}

    def get(self, setting: Setting) -> Any:
        """The value of a setting."""
        return self._values.get(setting.name, setting.default)

    def matches(self, setting: Setting, name: str) -> bool:
        """Whether one of the setting's patterns is found in the name, whatever the case."""
        if setting.never and re.search(setting.never, name, re.IGNORECASE):
            return False
        if setting.name not in self._patterns:
            compiled = (re.compile(text, re.IGNORECASE) for text in self.get(setting))
            self._patterns[setting.name] = tuple(compiled)
        return any(pattern.search(name) for pattern in self._patterns[setting.name])
