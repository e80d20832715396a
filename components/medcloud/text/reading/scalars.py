"""What a plain scalar means: true, false, null, decimal numbers and text, as YAML 1.2 has it.

YAML 1.1 reads more into it, and other tools do too. What the two read differently is not guessed at.
"""

from __future__ import annotations

import re

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,18})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,20}\.[0-9]{1,20}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_SUSPECT = re.compile(r"[-+.0-9=]|yes$|no$|on$|off$|true$|false$|null$", re.IGNORECASE)

_TRAPS = (
    (
        re.compile(r"yes|no|on|off|true|false|null", re.IGNORECASE),
        "写 true 或 false；若是文本则加引号",
        "write true or false, or quote it if it is text",
    ),
    (
        re.compile(r"[-+]?[0-9][0-9_]*(:[0-9_]+)+(\.[0-9_]*)?"),
        "六十进制数与文本不分；加引号，或写十进制数",
        "it may be a base-60 number or text: quote it, or write a decimal number",
    ),
    (
        re.compile(r"[-+]?(0[0-9_]+|0o[0-7_]+|0x[0-9a-f_]+|0b[01_]+)", re.IGNORECASE),
        "写十进制数；若是文本则加引号",
        "write a decimal number, or quote it if it is text",
    ),
    (
        re.compile(
            r"[-+]?(?![0-9]+$)([0-9][0-9_]*\.?[0-9_]*(e[-+]?[0-9]+)?|\.[0-9_]+|\.inf)|\.nan", re.IGNORECASE
        ),
        "写不带 _ 与指数的十进制数；若是文本则加引号",
        "write a decimal number without _ or exponent, or quote it if it is text",
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].{0,40})?"),
        "日期请加引号",
        "quote the date",
    ),
    (re.compile(r"="), "加引号", "quote it"),
)


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def as_written(text: str) -> str | None:
    """The text of a plain scalar; None where it says that there is nothing."""
    return None if text in ("", "~", "null") else text


def trap(text: str) -> tuple[str, str] | None:
    """How to write, in both languages, what YAML 1.1 and 1.2 read differently; None when they agree."""
    if not _SUSPECT.match(text) or text in _WORDS or _INT.fullmatch(text) or _FLOAT.fullmatch(text):
        return None
    return next(((zh, en) for pattern, zh, en in _TRAPS if pattern.fullmatch(text)), None)
