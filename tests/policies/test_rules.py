"""Every rule on its examples: silent on the good, speaking on the bad, undecided where it cannot know."""

from __future__ import annotations

import pytest

from medcloud_policies.core import pack
from medcloud_policies.core.providers import canonical
from medcloud_policies.core.rule import Rule
from tests.policies.examples import HERE, Example, every, folder, load

_RULES = [pytest.param(rule, id=rule.id, marks=pytest.mark.item(*rule.items)) for rule in pack.rules()]


def _params(kind: str) -> list[object]:
    return [
        pytest.param(e, id=f"{e.rule.id}-{e.name}", marks=pytest.mark.item(*e.items)) for e in every(kind)
    ]


@pytest.mark.parametrize("example", _params("good"))
def test_a_good_resource_passes(example: Example) -> None:
    verdict = example.verdict()
    assert verdict.findings == ()
    assert verdict.undecided == ""


@pytest.mark.parametrize("example", _params("bad"))
def test_a_bad_resource_is_refused(example: Example) -> None:
    found = [finding.what for finding in example.verdict().findings]
    assert found
    for words in example.expect:
        assert any(words in what for what in found), found


@pytest.mark.parametrize("example", _params("undecided"))
def test_what_is_not_known_yet_is_undecided(example: Example) -> None:
    verdict = example.verdict()
    assert verdict.findings == ()
    assert verdict.undecided


@pytest.mark.parametrize("rule", _RULES)
def test_a_rule_has_good_and_bad_examples(rule: Rule) -> None:
    bad = load(rule, "bad")
    assert load(rule, "good")
    assert bad
    assert all(example.expect for example in bad), "a bad example says what must be found"
    judged = {canonical(r["type"]) for e in bad for r in e.document.get("resources", [e.document])}
    assert judged & set(rule.types), "a bad example is of a type that the rule judges"


@pytest.mark.parametrize("rule", _RULES)
def test_each_item_of_a_rule_is_named_by_a_finding_and_no_other(rule: Rule) -> None:
    bad = load(rule, "bad")
    assert {item for example in bad for item in example.items} == set(rule.items)


def test_every_example_folder_belongs_to_a_rule() -> None:
    folders = {folder(rule) for rule in pack.rules()}
    assert {path.parent for path in HERE.glob("*/*/*/*.yaml")} <= folders
