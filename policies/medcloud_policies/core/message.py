"""What the pack says through the engine: words for the person at the terminal, and the same as data.

The data is the message's last line. It is composed and parsed here and nowhere else, and nobody takes the
words apart. A reader of an older or younger pack finds what it knows; what it cannot read is no message.
"""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple, get_args

from medcloud.text import Text
from medcloud_policies.core.rule import Rule, Severity, Violation

STANDARD = "T/GYJS 014-2025"
State = Literal["refused", "undecided", "waived"]
_STATES: dict[str, State] = {state: state for state in get_args(State)}
_SEVERITIES: dict[str, Severity] = {severity: severity for severity in get_args(Severity)}
_MARK = "medcloud/1 "


class PolicyMessage(NamedTuple):
    """One verdict of one rule on one subject; how it is enforced is the engine's."""

    state: State
    severity: Severity
    items: tuple[str, ...]
    """Clause items that the subject is against, or may be."""
    subject: str
    """URN of the resource; empty for the stack as a whole."""
    what: Text
    """What was found, what is not known yet, or what is waived and by whom."""
    remedy: Text


def refusal(rule: Rule, finding: Violation, more: str = "") -> PolicyMessage:
    """A finding that stands; `more` says in both languages why a waiver does not help."""
    what = f"{finding.what}\n{more}" if more else finding.what
    return PolicyMessage("refused", rule.severity, finding.items, finding.urn, Text(what, what), rule.remedy)


def waiver(rule: Rule, finding: Violation, by: Text) -> PolicyMessage:
    """A finding that is excused, and by what."""
    what = Text(f"{finding.what}\n{by.zh}", f"{finding.what}\n{by.en}")
    return PolicyMessage("waived", rule.severity, finding.items, finding.urn, what, rule.remedy)


def doubt(rule: Rule, unknown: str, subject: str) -> PolicyMessage:
    """A rule that could not decide, for what is not known yet."""
    what = Text(f"{unknown}: 尚未可知，未判定", f"{unknown}: not known yet, undecided")
    return PolicyMessage("undecided", rule.severity, rule.items, subject, what, rule.remedy)


def compose(message: PolicyMessage) -> str:
    """The message as the engine shows it below the rule's title: clauses, finding, remedy, data."""
    data = message._asdict() | {"what": _packed(message.what), "remedy": _packed(message.remedy)}
    return (
        f"{STANDARD} {', '.join(message.items)}: {_both(message.what)}\n"
        f"整改：{message.remedy.zh}\nRemedy: {message.remedy.en}\n"
        f"{_MARK}{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}"
    )


def parse(text: str) -> PolicyMessage | None:
    """The message in a text of the engine, whatever stands before it; None when it holds none."""
    mark, found, line = text.rstrip().rpartition("\n")[2].partition(_MARK)
    try:
        data = json.loads(line) if found and not mark.strip() else None
    except (ValueError, RecursionError):
        return None
    return _read(data) if isinstance(data, dict) else None


def _read(data: dict[str, Any]) -> PolicyMessage | None:
    state, severity = _STATES.get(str(data.get("state"))), _SEVERITIES.get(str(data.get("severity")))
    items, subject = data.get("items"), data.get("subject")
    what, remedy = _unpacked(data.get("what")), _unpacked(data.get("remedy"))
    if not (state and severity and what and remedy and isinstance(subject, str) and isinstance(items, list)):
        return None
    return PolicyMessage(state, severity, tuple(map(str, items)), subject, what, remedy)


def _packed(text: Text) -> str | list[str]:
    """Both languages, once where they are the same."""
    return text.en if text.zh == text.en else [text.zh, text.en]


def _unpacked(found: Any) -> Text | None:
    both = [found, found] if isinstance(found, str) else found
    if isinstance(both, list) and len(both) == 2 and all(isinstance(part, str) for part in both):
        return Text(*both)
    return None


def _both(text: Text) -> str:
    """Line by line in both languages."""
    pairs = zip(text.zh.splitlines(), text.en.splitlines(), strict=False)
    return "\n".join(zh if zh == en else f"{zh} / {en}" for zh, en in pairs)
