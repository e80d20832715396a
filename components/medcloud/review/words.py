"""What a policy says: the data in our pack's message, or the words of another pack's event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from medcloud.engine.event_log import Event, text_of
from medcloud.review.masking import masked
from medcloud.text import Text
from medcloud_policies.core import pack
from medcloud_policies.core.message import PolicyMessage, parse
from medcloud_policies.core.rule import Rule, Severity

_ITEM = re.compile(r"(?<![\w.])(?:[A-C]|\d)(?:\.\d+)+-[a-z](?![\w-])")
_SEVERITIES: Mapping[str, Severity] = {
    "critical": "critical",
    "high": "high",
    "medium": "medium",
    "low": "low",
}
_BY_DEFAULT: Mapping[str, Severity] = {"mandatory": "high", "advisory": "medium"}


@cache
def ours() -> Mapping[str, Rule]:
    """The rules of medcloud's own pack by id."""
    return {rule.id: rule for rule in pack.rules()}


def words(event: Event) -> tuple[Text, PolicyMessage]:
    """The title and the message of a policy event."""
    mine = text_of(event, "policyPackName") == pack.NAME
    message = parse(text_of(event, "message")) if mine else None
    if message is None:
        return _by_event(event)
    name = text_of(event, "policyName")
    rule = ours().get(name)  # a pack of another version may have rules that this one does not know
    return rule.title if rule else Text(name, name), message


def _by_event(event: Event) -> tuple[Text, PolicyMessage]:
    message = masked(text_of(event, "message"))
    first, _, rest = message.partition("\n")
    level = text_of(event, "enforcementLevel")
    severity = _SEVERITIES.get(text_of(event, "severity")) or _BY_DEFAULT.get(level, "low")
    items = tuple(dict.fromkeys(_ITEM.findall(message)))
    remedy = Text("见该策略的说明。", "See what the policy says.")
    what = rest or first
    subject = text_of(event, "resourceUrn")
    return Text(first, first), PolicyMessage("refused", severity, items, subject, Text(what, what), remedy)
