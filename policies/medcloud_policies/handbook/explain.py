"""A rule in words, for the command line and the generated pages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from medcloud.standard import item
from medcloud.text import Language, Text, spoken
from medcloud_policies.core import pack
from medcloud_policies.core.rule import Rule

SEVERITY = {"low": "低", "medium": "中", "high": "高", "critical": "严重"}


def find(rule_id: str) -> Rule | None:
    """The rule of this id."""
    return next((rule for rule in pack.rules() if rule.id == rule_id), None)


def near(rule_id: str) -> list[str]:
    """Ids that look like this one."""
    return difflib.get_close_matches(rule_id, [rule.id for rule in pack.rules()])


def line(rule: Rule) -> str:
    """A rule in one line."""
    return f"{rule.id:<34} {rule.severity:<9} {','.join(rule.items):<28} {rule.title}"


def text(rule: Rule, language: Language | None = None) -> str:
    """All that is to say about a rule, in the language that is spoken unless another is named."""

    def said(words: Text) -> str:
        return words.say(language or spoken())

    def part(title: Text, lines: Iterable[str]) -> str:
        return "\n  ".join((said(title), *lines))

    def paragraph(words: Text) -> list[str]:
        return said(words).split("\n")

    clauses = [f"{key}  {said(Text(item(key).title_zh, item(key).title_en))}" for key in rule.items]
    settings = [f"{s.name}: {said(s.about)} = {s.default}" for s in rule.settings]
    parts = [
        f"{rule.id}  [{said(Text(SEVERITY[rule.severity], rule.severity))}]",
        said(rule.title),
        part(Text("条款", "Clause items"), clauses),
        part(Text("缘由", "Why"), paragraph(rule.why)),
        part(Text("整改", "Remedy"), paragraph(rule.remedy)),
        part(Text("判定的资源", "Judges"), rule.types),
    ]
    if settings:
        parts.append(part(Text("设置", "Settings"), settings))
    return "\n\n".join(parts)
