"""The generated pages are those of the rules, and each type of the provider is judged or has its reason."""

from __future__ import annotations

import pytest

from medcloud_policies.core import pack
from medcloud_policies.core.providers import aliases
from medcloud_policies.core.rule import Rule
from medcloud_policies.handbook import docs
from tests.policies.examples import HERE
from tests.policies.openstack.sdk_types import classes, types

PAGES = HERE.parents[1] / "docs" / "policies"


def test_each_type_is_judged_or_has_its_reason_not_both() -> None:
    assert set(docs.judged()) | set(docs.unjudged()) == set(types())
    assert set(docs.judged()) & set(docs.unjudged()) == set()


def test_the_provider_is_whole() -> None:
    # 108 types and 6 deprecated names of them, and the provider itself
    assert len(types()) == 108 + 1
    assert len(aliases()) == 6
    assert set(aliases()) <= set(classes())
    assert set(aliases().values()) <= set(types())


def test_a_reason_is_given_in_both_languages() -> None:
    for type_, reason in docs.unjudged().items():
        assert reason.zh, type_
        assert reason.en, type_


def test_the_pages_in_the_repository_are_those_that_are_made() -> None:
    made = docs.pages(HERE)
    assert {path.name for path in PAGES.glob("*.md")} == {*made, docs.ABOUT}
    changed = [name for name, text in made.items() if (PAGES / name).read_text("utf-8") != text]
    assert changed == [], "run: python -m medcloud_policies.handbook.docs"


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in pack.rules()])
def test_a_page_shows_clause_why_remedy_good_and_bad(rule: Rule) -> None:
    page = (PAGES / f"{rule.id}.md").read_text("utf-8")
    for part in (*rule.items, rule.why.zh, rule.why.en, rule.remedy.zh, rule.remedy.en, "expect:"):
        assert part in page
