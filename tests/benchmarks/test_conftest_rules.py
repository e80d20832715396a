"""The rules that stand in Rego mean what the pack's mean; both programs of the benchmark judge alike.

Those that run conftest are for `make bench`: its build takes minutes and shows nothing of medcloud.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.conftest import inputs, program
from benchmarks.conftest.judge import verdicts

from medcloud_policies.core import pack


def test_there_are_enough_rules_and_each_is_one_of_ours() -> None:
    assert len(program.RULES) >= 10
    assert set(program.RULES) <= {rule.id for rule in pack.rules() if rule.judge}


@pytest.mark.bench
@pytest.mark.engine
def test_verdicts_are_equal_on_every_example(tmp_path: Path) -> None:
    good, bad = inputs.examples("good"), inputs.examples("bad")
    document = {"resources": good + bad}
    file = tmp_path / "examples.json"
    file.write_text(json.dumps(document), "utf-8")
    mine = set(verdicts(document, [rule for rule in pack.rules() if rule.id in program.RULES]))
    assert program.verdicts(file) == mine
    assert {rule for rule, _ in mine} == set(program.RULES)  # each refuses something
    assert len(good) > len(program.RULES)


@pytest.mark.bench
@pytest.mark.engine
def test_rules_that_are_multiplied_find_the_same(tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text(json.dumps({"resources": inputs.examples("bad")}), "utf-8")
    folder = tmp_path / "more"
    folder.mkdir()
    words = program.command(file, program.multiplied(folder, 3))
    output = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert program.found(output) == program.verdicts(file)
    assert output.count('"owner-named"') == 3 * sum(
        rule == "owner-named" for rule, _ in program.found(output)
    )


@pytest.mark.bench
@pytest.mark.engine
def test_a_difference_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    bad = {"type": "openstack:networking/secGroup:SecGroup", "name": "g", "properties": {}}
    file.write_text(json.dumps({"resources": [bad]}), "utf-8")
    assert program.verdicts(file) == {("secgroup-default-egress", "g")}


def test_the_program_says_what_its_function_says(tmp_path: Path) -> None:
    document = {"resources": inputs.examples("bad")}
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(document), "utf-8")
    command = [sys.executable, "-m", "benchmarks.conftest.judge", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert {tuple(found) for found in json.loads(done.stdout)} == set(verdicts(document, pack.rules()))
    assert float(done.stderr) > 0


def test_a_large_file_has_as_many_resources_as_asked_and_names_once() -> None:
    good = [{"type": "t", "name": f"n{n}", "properties": {}, "references": {"p": ["n0"]}} for n in range(7)]
    made = inputs.many(good, inputs.examples("bad"), 1_000)["resources"]
    assert len({resource["name"] for resource in made}) == 1_000
    assert sum(resource["name"].startswith("bad-") for resource in made) == 1_000 // inputs.EVERY
