"""Writes docs/interpretation.md out of the catalogue: ``python -m medcloud.standard.interpretation``."""

from __future__ import annotations

import sys
from collections import Counter

from medcloud.standard.entries import Item, Part, Reading
from medcloud.standard.lookup import items, readings

_HEAD = """\
# 对标准的解读 · How medcloud reads the standard

由 `python -m medcloud.standard.interpretation` 生成，请勿手改。
Made by `python -m medcloud.standard.interpretation`; not to be edited by hand.

## 义务 · Obligation

每一条的义务取其自身文字中最强的约束词：应、须、需、严禁、禁止、不得、杜绝作“应”，宜、建议作“宜”，表示准许的可作“可”；
只有能力含义的“可”（如可扩展）和别的词里的字（如响应、应用、需求）不算。条文自身没有约束词的，取其上方引导语；
引导语也没有的，是用祈使句写的要求（GB/T 1.1 的写法），作“应”。附录 A 至 C 属资料性，其用词照样计入。

An item binds as its own strongest word does: 应, 须, 需, 严禁, 禁止, 不得, 杜绝 are *shall*, 宜 and 建议
*should*, 可 that permits *may*; 可 that only says able, and characters inside other words, do not count.
An item without such a word is bound by the sentence above it; with none there either it is an instruction,
which GB/T 1.1 uses for requirements: *shall*. Annexes A to C are informative; their words count all the same.
"""


def text() -> str:
    """The whole document."""
    sections = [_HEAD, _counts(), _form(), _parts()]
    sections.append(
        "## 歧义与矛盾 · Where the text is open or at odds with itself\n\n"
        "每项由一个设置选择较严的读法，默认关闭。\n"
        "For each a setting chooses the stricter reading; all are off by default.\n"
    )
    sections += [_reading(reading) for reading in readings()]
    return "\n".join(sections)


def _counts() -> str:
    counts = Counter((item.obligation, item.basis) for item in items())
    lines = [
        "| | 自身 · clause | 引导语 · lead | 句式 · form | 合计 · all |",
        "|---|---|---|---|---|",
    ]
    for word, english in (("应", "shall"), ("宜", "should"), ("可", "may")):
        row = [counts[word, basis] for basis in ("clause", "lead", "form")]
        lines.append(f"| {word} · {english} | {' | '.join(map(str, row))} | {sum(row)} |")
    return "\n".join(lines) + "\n"


def _form() -> str:
    found = ", ".join(item.id for item in items() if item.basis == "form")
    return f"以句式为据 · By form: {found}.\n"


def _parts() -> str:
    lines = ["### 较弱的部分 · Parts that bind less than their item\n"]
    lines += [_part(item, part) for item in items() for part in item.parts]
    return "\n".join(lines) + "\n"


def _part(item: Item, part: Part) -> str:
    return f"- {item.id} {part.obligation}：{part.zh} · {part.en}"


def _reading(reading: Reading) -> str:
    lines = [f"### `{reading.setting}` — {', '.join(reading.items)}\n"]
    for zh, en, name in (
        (reading.question_zh, reading.question_en, "问题 · Question"),
        (reading.reading_zh, reading.reading_en, "读法 · Reading"),
        (reading.why_zh, reading.why_en, "理由 · Why"),
        (reading.stricter_zh, reading.stricter_en, "较严 · Stricter"),
    ):
        lines.append(f"- **{name}**: {zh}\n  {en}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a pipe may not be UTF-8
    sys.stdout.write(text())
