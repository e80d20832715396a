"""What there is to say about a policy: the pack's own words, or the event's for a pack that is not ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from medcloud.engine.event_log import Event, text_of
from medcloud.review.masking import masked
from medcloud.review.shapes import SEVERITIES
from medcloud_policies.core import pack
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.text import Text

_UNDECIDED = ": 尚未可知，未判定 / not known yet, undecided"
_WAIVED = "已豁免 / waived by "
_CLAUSES = re.compile(r"^T/GYJS 014-2025 [^:]*: ")
_ITEM = re.compile(r"(?<![\w.])(?:[A-C]|\d)(?:\.\d+)+-[a-z](?![\w-])")
_BY_DEFAULT = {"mandatory": "high", "advisory": "medium"}


@dataclass(frozen=True)
class Said:
    """One policy event in words."""

    severity: str
    items: tuple[str, ...]
    title: Text
    what: Text
    remedy: Text
    kind: Literal["policy", "waived", "undecided"] = "policy"


@cache
def ours() -> Mapping[str, Rule]:
    """The rules of medcloud's own pack by id."""
    return {rule.id: rule for rule in pack.rules()}


def rule_of(event: Event) -> Rule | None:
    """The rule of our pack that a policy event comes from."""
    mine = text_of(event, "policyPackName") == pack.NAME
    return ours().get(text_of(event, "policyName")) if mine else None


def said(event: Event) -> Said:
    """The words of a policy event."""
    rule = rule_of(event)
    return _by_rule(event, rule) if rule else _by_event(event)


def _by_rule(event: Event, rule: Rule) -> Said:
    """Our pack's message is title, clause and finding, remedy; the rule knows all but the finding."""
    lines = text_of(event, "message").strip().splitlines()
    told = [line for line in lines if not line.startswith(("整改：", "Remedy: "))]
    what = "\n".join(told[1:] or told)
    what = _CLAUSES.sub("", what)
    unknown = what.removesuffix(_UNDECIDED)
    if unknown != what:
        found = Text(f"{unknown}: 尚未可知，未判定", f"{unknown}: not known yet, undecided")
        return Said(rule.severity, rule.items, rule.title, found, rule.remedy, "undecided")
    excused = any(line.startswith(_WAIVED) for line in told)
    kind: Literal["policy", "waived"] = "waived" if excused else "policy"
    return Said(rule.severity, rule.items, rule.title, Text(what, what), rule.remedy, kind)


def _by_event(event: Event) -> Said:
    message = masked(text_of(event, "message"))
    first, _, rest = message.partition("\n")
    severity = text_of(event, "severity")
    if severity not in SEVERITIES:
        severity = _BY_DEFAULT.get(text_of(event, "enforcementLevel"), "low")
    items = tuple(dict.fromkeys(_ITEM.findall(message)))
    remedy = Text("见该策略的说明。", "See what the policy says.")
    what = rest or first
    return Said(severity, items, Text(first, first), Text(what, what), remedy)
