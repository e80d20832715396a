"""A rule in words, for the command line and the generated pages."""

from __future__ import annotations

import difflib

from medcloud.standard import item
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
    return f"{rule.id:<34} {rule.severity:<9} {','.join(rule.items):<28} {rule.title.zh} / {rule.title.en}"


def text(rule: Rule) -> str:
    """All that is to say about a rule."""
    clauses = [f"  {key}  {item(key).title_zh} / {item(key).title_en}" for key in rule.items]
    types = [f"  {type_}" for type_ in rule.types]
    settings = [f"  {s.name}: {s.about.zh} / {s.about.en} = {s.default}" for s in rule.settings]
    parts = [
        f"{rule.id}  [{SEVERITY[rule.severity]} / {rule.severity}]",
        f"{rule.title.zh}\n{rule.title.en}",
        "条款 / Clause items\n" + "\n".join(clauses),
        f"缘由 / Why\n  {rule.why.zh}\n  {rule.why.en}",
        f"整改 / Remedy\n  {rule.remedy.zh}\n  {rule.remedy.en}",
        "判定的资源 / Judges\n" + "\n".join(types),
    ]
    if settings:
        parts.append("设置 / Settings\n" + "\n".join(settings))
    return "\n\n".join(parts)
