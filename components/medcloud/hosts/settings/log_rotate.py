"""How long logrotate keeps what it rotates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting

MAIN = "/etc/logrotate.conf"
READS = (MAIN, "/etc/logrotate.d/*")
_PERIODS = {"hourly": 1 / 24, "daily": 1, "weekly": 7, "monthly": 30, "yearly": 365}
_ROTATE = re.compile(r"(?P<head>\s*rotate\s+)(?P<count>-?\d+)\s*")


@dataclass(frozen=True)
class LogRotate(Setting):
    """Every stanza, and what the main file sets for those that say nothing."""

    days: int

    def check(self, case: Case) -> Check:
        """Period times count, in days; a count of -1 keeps all."""
        if case.state.read(MAIN) is None:
            return absent(MAIN)
        for path, place, period, count in self._kept(case):
            if count >= 0 and _PERIODS[period] * count < self.days:
                return bad(f"{path} {place}".strip(), f"{period} rotate {count}", f"≥{self.days} d")
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Counts grow; periods and all else stay."""
        everywhere = _period(text.split(overlay.read(MAIN) or b"", MAIN))
        for path in _paths(case):
            lines = text.split(overlay.read(path) or b"", path)
            made: list[Line] = []
            for block in _blocks(lines):
                period = _period(block) or everywhere or "weekly"
                made += [self._longer(line, period) for line in block]
            overlay.write(path, text.join(made))
        main = text.split(overlay.read(MAIN) or b"", MAIN)
        if not any(_ROTATE.fullmatch(line.text) for line in next(_blocks(main), [])):
            count = self._count(everywhere or "weekly")
            overlay.write(MAIN, text.join(text.insert(main, 0, [f"rotate {count}"])))

    def _longer(self, line: Line, period: str) -> Line:
        hit = _ROTATE.fullmatch(line.text)
        if hit is None or int(hit["count"]) < 0 or int(hit["count"]) >= self._count(period):
            return line
        return replace(line, text=f"{hit['head']}{self._count(period)}")

    def _count(self, period: str) -> int:
        return math.ceil(self.days / _PERIODS[period])

    def _kept(self, case: Case) -> Iterator[tuple[str, str, str, int]]:
        main = next(_blocks(text.split(case.state.read(MAIN) or b"", MAIN)), [])
        everywhere = (_period(main) or "weekly", _rotations(main))
        yield MAIN, "", everywhere[0], everywhere[1] or 0
        for path in _paths(case):
            for block in _blocks(text.split(case.state.read(path) or b"", path)):
                period, count = _period(block), _rotations(block)
                if _named(block) and (period or count is not None):
                    kept = everywhere[1] if count is None else count
                    yield path, _named(block), period or everywhere[0], kept or 0


def _paths(case: Case) -> list[str]:
    return [MAIN, *case.state.paths(READS[1])]


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """What stands outside of braces, whole, first; then each stanza to its closing brace, in order."""
    block: list[Line] = []
    for line in lines:
        if line.text.rstrip().endswith("{") and block and not any("{" in had.text for had in block):
            # names of logs may take several lines before the brace
            at = next((i for i in range(len(block), 0, -1) if not block[i - 1].text.startswith("/")), 0)
            if block[:at]:
                yield block[:at]
            block = block[at:]
        block.append(line)
        if line.text.strip() == "}":
            yield block
            block = []
    if block:
        yield block


def _named(block: list[Line]) -> str:
    return next((line.text.strip().rstrip("{ ") for line in block if line.text.startswith(("/", '"/'))), "")


def _period(block: list[Line]) -> str:
    return next((word for line in reversed(block) if (word := line.text.strip()) in _PERIODS), "")


def _rotations(block: list[Line]) -> int | None:
    hits = (_ROTATE.fullmatch(line.text) for line in reversed(block))
    return next((int(hit["count"]) for hit in hits if hit), None)
