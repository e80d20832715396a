"""One cause, one finding, however many entries came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from medcloud.model.expansion.sections import WORDS
from medcloud.text import Finding, Place, Text
from medcloud.text.reading.problem import Problem

_SHOWN = 3
_Cause = tuple[Place, str, str, str]


def once(found: Iterable[tuple[Problem, Finding]], owners: Mapping[str, str]) -> list[Finding]:
    """The findings, those of one value as one that names the entries which have it.

    Two are of one cause when they stand at one place and say the same but for the entry and its tenant.
    """
    causes: dict[_Cause, list[tuple[Problem, Finding]]] = {}
    for problem, finding in found:
        causes.setdefault(_cause(problem, finding, owners), []).append((problem, finding))
    return [_one(several) for several in causes.values()]


def _cause(problem: Problem, finding: Finding, owners: Mapping[str, str]) -> _Cause:
    entry = str(problem.loc[1]) if len(problem.loc) > 1 else ""
    own = [name for name in (entry, owners.get(entry, "")) if name]

    def bare(text: str) -> str:
        for name in own:
            text = re.sub(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", "*", text)
        return text

    place = replace(finding.place, path="")
    return place, finding.item, bare(finding.message.en), bare(finding.remedy.en)


def _one(several: list[tuple[Problem, Finding]]) -> Finding:
    used = [each for each in several if not {*each[0].loc[:1]} & {*WORDS}] or several
    first = used[0][1]
    entries = list(dict.fromkeys(".".join(map(str, problem.loc[:2])) for problem, _ in used))
    others = entries[1:]
    if not others:
        return first
    names = ", ".join(others[:_SHOWN]) + (" …" if len(others) > _SHOWN else "")
    zh, en = f"（另有 {len(others)} 处：{names}）", f" (and {len(others)} more: {names})"
    return replace(first, message=Text(first.message.zh + zh, first.message.en + en))
