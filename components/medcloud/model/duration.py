"""Lengths of time as people write them: ``15s``, ``5min``, ``24h``, ``30d``."""

from __future__ import annotations

import re

from medcloud.model.measured import Measured
from medcloud.standard.units import UNITS
from medcloud.text import Text

_UNITS = {unit: int(UNITS[unit].factor) for unit in ("d", "h", "min", "s")}
_MEANT = {
    **dict.fromkeys(("", "sec", "secs", "second", "seconds", "秒"), "s"),
    **dict.fromkeys(("m", "mins", "minute", "minutes", "分", "分钟"), "min"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours", "小时", "时"), "h"),
    **dict.fromkeys(("day", "days", "天", "日"), "d"),
    **{unit: unit for unit in _UNITS},
}


class Duration(Measured):
    """A number of seconds."""

    units = _UNITS
    examples = ("15s", "5min", "24h", "30d")
    wrong = Text("不是时长", "is no length of time")
    remedy = Text(
        "写整数加 s、min、h 或 d，如 15s、5min、24h、30d",
        "write a whole number and s, min, h or d: 15s, 5min, 24h, 30d",
    )

    @classmethod
    def meant(cls, value: object) -> str | None:
        """A number, and a unit by another name."""
        found = re.fullmatch(r"0*([1-9][0-9]{0,5})\s*(\D*)", str(value).strip())
        unit = _MEANT.get(found[2].casefold()) if found and not isinstance(value, bool) else None
        return f"{found[1]}{unit}" if found and unit else None
