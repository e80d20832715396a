"""A verdict travels as data: what the pack composes it parses again, of every rule and in every state."""

from __future__ import annotations

import json
from itertools import chain

import pytest
from hypothesis import given, settings, strategies as st

from medcloud.standard import levels
from medcloud_policies.core import pack
from medcloud_policies.core.message import PolicyMessage, compose, doubt, parse, refusal, waiver
from medcloud_policies.core.rule import Rule, Text, Violation
from tests.policies.examples import Example, every, load

_RULES = [pytest.param(rule, id=rule.id) for rule in pack.rules()]
BY = Text("已豁免：W-1（7.2.1-b）：旧", "waived by W-1 (7.2.1-b): 旧")
ROWS = {row.item for row in levels()}


@pytest.mark.parametrize("rule", _RULES)
def test_what_is_composed_is_parsed_again_in_every_state(rule: Rule) -> None:
    found = list(chain.from_iterable(example.verdict().findings for example in load(rule, "bad")))
    assert found
    for finding in found:
        for message in (
            refusal(rule, finding),
            refusal(rule, finding, "范围过宽 / over-broad"),
            waiver(rule, finding, BY),
            doubt(rule, "metadata.level", finding.urn),
        ):
            text = f"{rule.title.zh} / {rule.title.en}\n{compose(message)}\n"  # as the engine hands it on
            assert parse(text) == message
            words, _, data = text.rstrip().rpartition("\n")
            for part in (*message.items, rule.remedy.zh, rule.remedy.en, *message.what.en.splitlines()):
                assert part in words
            assert data.startswith("medcloud/1 {") and "medcloud/1" not in words


_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)
_BOTH = st.builds(Text, _TEXTS, _TEXTS)


@settings(deadline=None)
@given(
    st.builds(
        PolicyMessage,
        st.sampled_from(["refused", "undecided", "waived"]),
        st.sampled_from(["low", "medium", "high", "critical"]),
        st.lists(_TEXTS).map(tuple),
        _TEXTS | st.just(""),
        _BOTH,
        _BOTH,
    )
)
def test_any_words_come_through(message: PolicyMessage) -> None:
    assert parse("title\n" + compose(message)) == message


GOOD = {
    "state": "refused",
    "severity": "high",
    "items": ["7.2.1-b"],
    "subject": "",
    "what": "x",
    "remedy": ["改", "Mend it"],
}

NO_TEXTS: tuple[object, ...] = (1, [], ["a"], ["a", "b", "c"], ["a", 2], {})


@pytest.mark.parametrize(
    "data",
    [
        *({key: value for key, value in GOOD.items() if key != left_out} for left_out in GOOD),
        *({**GOOD, "state": state} for state in ("good", "", None, ["refused"])),
        *({**GOOD, "severity": severity} for severity in ("fatal", 1)),
        *({**GOOD, "what": what} for what in NO_TEXTS),
        {**GOOD, "remedy": []},
        {**GOOD, "items": "7.2.1-b"},
        {**GOOD, "subject": None},
        [],
        "refused",
    ],
)
def test_what_is_no_message_is_none(data: object) -> None:
    assert parse(f"words\nmedcloud/1 {json.dumps(GOOD)}") is not None
    assert parse(f"words\nmedcloud/1 {json.dumps(data)}") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "medcloud/1 ",
        "medcloud/1 {",
        "medcloud/1 " + "[" * 100_000,
        f"medcloud/1 {json.dumps(GOOD)}\nmore words",
        f"words medcloud/1 {json.dumps(GOOD)}",
        f"medcloud/2 {json.dumps(GOOD)}",
    ],
)
def test_words_alone_are_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("example", [pytest.param(e, id=f"{e.rule.id}-{e.name}") for e in every("bad")])
def test_a_finding_names_items_of_its_rule_and_of_table_c1_its_own_row_only(example: Example) -> None:
    for finding in example.verdict().findings:
        assert finding.items
        assert set(finding.items) <= set(example.rule.items)
        level = finding.resource.level if finding.resource else 0
        named = ROWS & set(finding.items)
        if level:
            assert len(named) <= 1


def test_a_finding_of_a_rule_with_many_items_names_the_one_it_is_about() -> None:
    said = {e.name: e.verdict().findings for e in load(_rule("label-values"), "bad")}
    assert {(f.what.partition(" ")[0], f.items) for found in said.values() for f in found} >= {
        ("medcloud-location", ("A.1-b",)),
        ("medcloud-level", ("7.2.2-b",)),
    }


def _rule(rule_id: str) -> Rule:
    return next(rule for rule in pack.rules() if rule.id == rule_id)


def test_the_stack_as_a_whole_is_the_empty_subject() -> None:
    rule = _rule("recovery-centre")
    message = refusal(rule, Violation(None, "no recovery centre", rule.items))
    assert message.subject == ""
    assert parse(compose(message)) == message
