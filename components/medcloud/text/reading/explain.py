"""What pydantic complains of, in words for people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from medcloud.text import Complaint, Text
from medcloud.text.printable import shown
from medcloud.text.reading.hints import Schema, hint, subschema
from medcloud.text.reading.problem import Loc, Problem

if TYPE_CHECKING:  # who reads no models loads no pydantic
    from pydantic_core import ErrorDetails

_KEY = "[key]"
NUMBER, TABLE = "[number]", "[table]"
"""Marks of the two forms of a value that is written as a number, or as a mapping of numbers."""
_MARKS = (_KEY, NUMBER, TABLE)
_COLON = "："
_WIDE = re.compile("[\uff01-\uff5e\u3001\u3002]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_RANGE = {"greater_than_equal", "less_than_equal", "greater_than", "less_than"}
_LENGTH = {"too_short", "too_long", "string_too_short", "string_too_long"}


def explain(error: ErrorDetails, schema: Schema) -> Problem:
    """The problem that an error stands for; ``schema`` is the JSON Schema of the whole file."""
    kind, loc, value = error["type"], true_loc(error["loc"]), error["input"]
    if kind not in _UNKNOWN | _LENGTH and (wide := _full_width(value)):
        return Problem(loc, *wide, of_key=error["loc"][-1] == _KEY)
    if kind == "refused":
        said = error["ctx"]
        of_key = error["loc"][-1] == _KEY
        return Problem(
            loc,
            said["message"],
            said["remedy"],
            said["item"],
            of_key,
        )
    if kind in _UNKNOWN:
        return _unknown(loc, schema)
    zh, en = hint(loc, schema)
    if kind == "missing":
        key = loc[-1]
        return Problem(
            loc, Text(f"缺少 {key}", f"{key} is missing"), Text(f"添加 {key}: {zh}", f"add {key}: {en}")
        )
    return Problem(loc, *_wrong(kind, value, Text(f"写{zh}", f"write {en}")))


def _wrong(kind: str, value: object, remedy: Text) -> tuple[Text, Text]:
    """What is wrong with a value, and what to write."""
    text = shown(value)
    if kind == "int_type" and isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        said = Text(f"“{text}”加了引号，是文本不是数", f"“{text}” is quoted: a text, not a whole number")
        return said, Text(f"写 {text}，不加引号，为整数", f"write {text} without quotes, a whole number")
    if kind in _RANGE:
        return Text(f"{text} 超出范围", f"{text} is out of range"), remedy
    if kind in _LENGTH:
        return Text("太短或太长", "too short or too long"), remedy
    return Text(f"“{text}”不可用", f"“{text}” cannot be used"), remedy


def _full_width(value: object) -> Complaint | None:
    """What to write where a Chinese keyboard has left letters, digits or signs of its own."""
    if not isinstance(value, str) or _IDEOGRAPH.search(value):
        return None
    wide = "".join(dict.fromkeys(_WIDE.findall(value)))
    half = unicodedata.normalize("NFKC", value.replace("，", ", ").replace("。", ".").replace("、", ", "))
    message = Text(f"“{shown(value)}”中的 {wide} 是全角字符", f"“{shown(value)}” has full-width {wide}")
    return Complaint(message, Text(f"写 {shown(half)}", f"write {shown(half)}")) if wide else None


def true_loc(loc: Iterable[int | str]) -> Loc:
    """A location without pydantic's own marks."""
    return tuple(step for step in loc if step not in _MARKS)


def misspelt(error: ErrorDetails, schema: Schema) -> Loc | None:
    """The location that an unknown key was meant to be; None when there is no telling."""
    loc = true_loc(error["loc"])
    meant = _nearest(loc, schema) if error["type"] in _UNKNOWN else None
    return (*loc[:-1], meant) if meant else None


def _nearest(loc: Loc, schema: Schema) -> str | None:
    """The known key that an unknown one is most like."""
    known = {key.casefold(): key for key in _known(loc, schema)}
    folded = unicodedata.normalize("NFKC", str(loc[-1])).casefold().replace("-", "_")
    found = get_close_matches(folded, known, n=1, cutoff=0.7)
    return known[found[0]] if found else None


def _known(loc: Loc, schema: Schema) -> list[str]:
    properties: dict[str, Any] = subschema(loc[:-1], schema).get("properties", {})
    return list(properties)


def _unknown(loc: Loc, schema: Schema) -> Problem:
    key, meant, known = shown(loc[-1]), _nearest(loc, schema), ", ".join(_known(loc, schema))
    if _COLON in str(loc[-1]):
        message = Text(f"“{key}”中的冒号 {_COLON} 是全角的", f"“{key}” has a full-width colon {_COLON}")
        name, _, value = key.partition(_COLON)
        half = f"{name.strip()}: {value.strip()}".rstrip()
        return Problem(loc, message, Text(f"写 {half}", f"write {half}"), of_key=True)
    remedy = Text(
        f"写 {meant}" if meant else f"删去，或用：{known}",
        f"write {meant}" if meant else f"remove it, or use one of: {known}",
    )
    message = Text(f"未知的键 {key}", f"unknown key {key}")
    return Problem(loc, message, remedy, of_key=True)
