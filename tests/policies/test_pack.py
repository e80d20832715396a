"""The pack as a whole: every rule is complete, names real items and judges real types."""

from __future__ import annotations

import re

import pytest

from medcloud.standard import item
from medcloud_policies.core import pack
from medcloud_policies.core.rule import Rule
from tests.policies.openstack.sdk_types import types

_RULES = [pytest.param(rule, id=rule.id) for rule in pack.rules()]
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("rule", _RULES)
def test_a_rule_names_items_of_the_standard(rule: Rule) -> None:
    assert rule.items
    for key in rule.items:
        assert item(key).id == key


@pytest.mark.parametrize("rule", _RULES)
def test_a_rule_judges_types_of_the_provider(rule: Rule) -> None:
    assert set(rule.types) <= set(types())


@pytest.mark.parametrize("rule", _RULES)
def test_a_rule_has_one_function_and_both_languages(rule: Rule) -> None:
    assert (rule.judge is None) != (rule.judge_stack is None)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    for text in (rule.title, rule.why, rule.remedy):
        assert _CHINESE.search(text.zh)
        assert text.en
        assert not _CHINESE.search(text.en)


@pytest.mark.parametrize("rule", _RULES)
def test_a_rules_file_has_its_name(rule: Rule) -> None:
    function = rule.judge or rule.judge_stack
    assert function is not None
    assert function.__module__.rsplit(".", 1)[1] == rule.id.replace("-", "_")
