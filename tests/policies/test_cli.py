"""`medcloud policy list` and `explain`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from medcloud.cli.policy import command
from medcloud_policies.core import pack
from medcloud_policies.core.rule import Rule


def test_list_names_every_rule() -> None:
    out = CliRunner().invoke(command, ["list"]).output
    assert len(out.splitlines()) == len(pack.rules())
    assert all(rule.id in out for rule in pack.rules())


def test_list_by_item() -> None:
    out = CliRunner().invoke(command, ["list", "--item", "7.2.1-b"]).output
    assert "volume-encrypted" in out
    assert "flavor-isa" not in out


@pytest.mark.parametrize(
    ("options", "among", "not_among"),
    [
        (["--type", "volumetype"], "volume-type-encryption", "flavor-isa"),
        (["--grep", "encrypted"], "volume-encrypted", "flavor-isa"),
        (["--grep", "加密"], "volume-encrypted", "flavor-isa"),
        (["--type", "volume", "--grep", "ENCRYPT", "--item", "7.2.1-b"], "volume-encrypted", "flavor-isa"),
    ],
)
def test_list_answers_whether_it_exists_already(options: list[str], among: str, not_among: str) -> None:
    ids = [line.split()[0] for line in CliRunner().invoke(command, ["list", *options]).output.splitlines()]
    assert among in ids
    assert not_among not in ids


def test_list_says_when_there_is_none() -> None:
    assert "no such rule" in CliRunner().invoke(command, ["list", "--grep", "hovercraft"]).output


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in pack.rules()])
def test_explain_says_clause_why_and_remedy(rule: Rule) -> None:
    result = CliRunner().invoke(command, ["explain", rule.id])
    assert result.exit_code == 0
    for part in (*rule.items, *rule.types, rule.why.zh, rule.remedy.en, *(s.name for s in rule.settings)):
        assert part in result.output


def test_explain_of_an_unknown_rule_names_near_ones() -> None:
    result = CliRunner().invoke(command, ["explain", "volume-encryptd"])
    assert result.exit_code == 1
    assert "volume-encrypted" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("environment", "blocking"),
    [
        ("production", {"low", "medium", "high", "critical"}),
        ("staging", {"high", "critical"}),
        ("trial", {"critical"}),
    ],
)
def test_config_blocks_by_severity_and_switches_nothing_off(environment: str, blocking: set[str]) -> None:
    levels = json.loads(CliRunner().invoke(command, ["config", environment]).output)
    for rule in pack.rules():
        assert levels[rule.id] == ("mandatory" if rule.severity in blocking else "advisory")


def test_list_by_an_item_that_the_standard_does_not_have_is_refused() -> None:
    result = CliRunner().invoke(command, ["list", "--item", "7.2.1"])
    assert result.exit_code == 1
    assert "no such item: 7.2.1" in result.output


def test_explain_of_an_item_says_how_to_see_its_rules() -> None:
    result = CliRunner().invoke(command, ["explain", "7.2.1-b"])
    assert result.exit_code == 1
    assert "medcloud policy list --item 7.2.1-b" in result.output
