"""What the standard's text itself says: each item's clause, its binding words and its figures.

Reads the text where it is at hand (beside the checkout); ``python -m tests.standard.clauses`` writes what
the tests need of it, words and figures without sentences, to data/derived.json.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
STANDARD = HERE.parents[2] / "shared" / "standard"
TEXT = STANDARD / "T-GYJS-014-2025.txt"
IDS = STANDARD / "items.txt"
DERIVED = HERE / "data" / "derived.json"

_HEADING = re.compile(r"(?:附录 )?([1-9ABC](?:\.\d+)*)(?: |$)")
_ENTRY = re.compile(r"- (?:([a-z])\) )?(.*)")
_TABLE = re.compile(r"(\d)\t(.*)")

# A binding word is not one inside another word: 响应, 应用, 需求.
_SHALL = re.compile(
    r"(?<![供响适对])应(?![用急对])|须|(?<![无必按所])需(?![求要])|严禁|禁止|不得|杜绝|要求如下|要求网络|下要求"
)
_SHOULD = re.compile(r"宜|建议")
_MAY = re.compile(r"可(?=采用|借助|集成|在(?!断网)|按需|存储于|辅以|根据)")
# Digits that belong to a name, and digits that count something.
_NAMES = re.compile(r"GB/T ?\d+-\d+|SM[2349]|X\.509|[XC]86|P4|S3|HL7|IPv6|RoCEv2|RT0")
_DIGITS = re.compile(
    r"(?P<sign>≥|≤|不低于|不超过|至少)? ?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    r"(?: ?(?P<scale>万|k|M(?!pps)))?"
    r"(?: ?(?P<unit>小时|GB/s|Gbps|Tbps|Mpps|images/s|min|ms|µs|年|核(?!心)|次|副本|%|[dhs](?![a-z])))?"
)
_SIGNS = {"≥": ">= ", "不低于": ">= ", "至少": ">= ", "≤": "<= ", "不超过": "<= ", None: ""}
_UNITS = {"小时": "h", "images/s": "image/s", "µs": "us", "年": "year", "核": "core", "次": "failure"} | {
    "副本": "replica"
}
_SYMBOLS = re.compile(r"\\(?:geq|leq|mu|text)|[${}\\]")
_LATEX = {"\\geq": "≥", "\\leq": "≤", "\\mu": "µ"}
_SCALES = {"": 1, "万": 1e4, "k": 1e3, "M": 1e6}
_COUNTS = re.compile(
    r"[一两二三四五](?:级|代|地|中心|要素|类|次认证)|最近三代|双(?:活|因素)|单(?:控制器|点故障)|[TP]B ?级"
)
_CHINESE = {"单": 1, "T": 1, "P": 1, "一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5}
STRENGTH = (("应", _SHALL), ("宜", _SHOULD), ("可", _MAY))


class Clause(NamedTuple):
    """An item's own text and the nearest text above it that binds it."""

    own: str
    lead: str


def clauses(text: str, ids: list[str]) -> dict[str, Clause]:
    """Each id with its clause, as the text's headings, lists, paragraphs and tables have it."""
    body = _bodies(text)
    found: dict[str, Clause] = {}
    for number in dict.fromkeys(key.rpartition("-")[0] for key in ids):
        keys = [key for key in ids if key.rpartition("-")[0] == number]
        above, entries = _split(body[number], len(keys))
        leads = [above, *("\n".join(_split(body.get(up, []), 0)[0:1]) for up in _ancestors(number))]
        lead = next((text for text in leads if words(text)), "")
        assert len(entries) == len(keys), f"{number}: {len(entries)} entries for {len(keys)} ids"
        found.update((key, Clause(own, lead)) for key, own in zip(keys, entries, strict=True))
    return found


def words(text: str) -> str:
    """The kinds of binding word in a text, strongest first, e.g. ``应宜``."""
    return "".join(kind for kind, pattern in STRENGTH if pattern.search(text))


def figures(text: str) -> list[str]:
    """The figures in a text, e.g. ``>= 32 core``, ``30 d`` or ``3``, as far as it gives a sign and a unit.

    Those written in Chinese are among them; names that hold digits are not.
    """
    plain = _SYMBOLS.sub(lambda match: _LATEX.get(match[0], ""), text)
    found = {_plain(match) for match in _DIGITS.finditer(_NAMES.sub(" ", plain))}
    for kind in _COUNTS.finditer(plain):
        found.update(str(_CHINESE[character]) for character in kind[0] if character in _CHINESE)
    return sorted(found)


def derive(text: str, ids: list[str]) -> dict[str, dict[str, object]]:
    """What the tests need of each item: binding words and figures, its own and those of the text above it."""
    return {
        key: {
            "own": words(clause.own),
            "lead": words(clause.lead),
            "figures": figures(clause.own),
            "lead_figures": figures(clause.lead),
        }
        for key, clause in clauses(text, ids).items()
    }


def _plain(match: re.Match[str]) -> str:
    value = float(match["digits"].replace(",", "")) * _SCALES[match["scale"] or ""]
    unit = _UNITS.get(match["unit"], match["unit"]) or ""
    return f"{_SIGNS[match['sign']]}{value:.10g} {unit}".rstrip()


def _ancestors(number: str) -> list[str]:
    parts = number.split(".")
    return [".".join(parts[:depth]) for depth in range(len(parts) - 1, 0, -1)]


def _bodies(text: str) -> dict[str, list[str]]:
    """The lines under each heading, from chapter 5 on, paragraphs cut by a page joined again."""
    bodies: dict[str, list[str]] = {}
    lines = [line.strip() for line in text[text.rindex("5 信创计算底座模型") :].splitlines()]
    number = ""
    for line in filter(None, lines):
        heading = _HEADING.match(line)
        if heading and "\t" not in line:
            number = heading[1]
            bodies[number] = []
        elif bodies[number] and bodies[number][-1][-1] in "、体":
            bodies[number][-1] += line
        else:
            bodies[number].append(line)
    return bodies


def _split(lines: list[str], count: int) -> tuple[str, list[str]]:
    """What stands above a clause's entries, and the entries: a list, table rows, or else paragraphs."""
    marked = [line for line in lines if _ENTRY.match(line) or _TABLE.match(line)]
    if marked:
        return "\n".join(lines[: lines.index(marked[0])]), [_own(line) for line in marked]
    if not count:
        return "\n".join(lines), []
    return "", [*lines[: count - 1], "\n".join(lines[count - 1 :])]


def _own(line: str) -> str:
    row = _TABLE.match(line)
    entry = _ENTRY.match(line)
    return row[2] if row else entry[2] if entry else line


if __name__ == "__main__":
    derived = derive(TEXT.read_text(encoding="utf-8"), IDS.read_text(encoding="utf-8").split())
    rows = [f"{json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in derived.items()]
    DERIVED.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
