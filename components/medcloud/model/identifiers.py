"""Identifiers are ASCII, and what only looks like one is refused with what to write."""

from __future__ import annotations

import re
import unicodedata

from medcloud.model.refuse import refuse
from medcloud.text import Text
from medcloud.text.printable import shown

PATTERN = r"^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$"
_RULE_ZH = "标识符以小写字母开头，只含 a-z、0-9 与连字符，至多 31 个字符，不以连字符结尾"
_RULE_EN = "an identifier begins with a-z, has only a-z, 0-9 and hyphens, at most 31, and ends with no hyphen"
# Letters of other scripts that look Latin; enough to propose what was meant.
_TWINS = str.maketrans(
    "абвгеёіјкмнорстухѕԁԛԝαβεικνορτυχ",
    "a6breeijkmhopctyxsdqwabeiknoptux",
)
_SKELETON = str.maketrans("01", "ol")


def check_id(text: str) -> str:
    """The text, when it is an identifier."""
    if re.fullmatch(PATTERN, text):
        return text
    meant = proposal(text)
    script = "" if text.isascii() else _script(text)
    raise refuse(
        Text(
            f"标识符“{shown(text)}”不可用" + (f"：含非 ASCII 字符（{script}）" if script else ""),
            f"identifier “{shown(text)}” cannot be used" + (f": not ASCII ({script})" if script else ""),
        ),
        Text(f"写 {meant}" if meant else _RULE_ZH, f"write {meant}" if meant else _RULE_EN),
    )


def proposal(text: str) -> str | None:
    """The identifier that was probably meant; None when there is no telling."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_TWINS)
    spelled = re.sub(r"[\s_.–—-]+", "-", folded).strip("-")
    return spelled if re.fullmatch(PATTERN, spelled) else None


def skeleton(text: str) -> str:
    """What an identifier looks like at a glance; two of equal skeleton are taken for each other."""
    return text.translate(_SKELETON)


def _script(text: str) -> str:
    char = next(char for char in text if not char.isascii())
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
