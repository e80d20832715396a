"""The matrix over results and proofs that are put beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from medcloud.matrix import Matrix, digests, matrix, to_json
from medcloud.matrix.deciders import deciders
from medcloud.matrix.proofs import RELEASED, Record
from medcloud.matrix.results import FOLDER, results
from medcloud.standard import items

RULE = next(decider for decider in deciders() if decider.key == "rule firewall-in-force")
TEST = "tests/test_walls.py::test_wall[a]"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy with one test file and nothing else known."""
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_walls.py").write_text(
        "import pytest\n\n@pytest.mark.item('6.5-b')\ndef test_wall(x): ...\n\n"
        "@pytest.mark.item('B.1-c')\ndef test_later(): ...\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("medcloud.matrix.proofs.RELEASED", tmp_path / "none.json")
    return tmp_path


def ran(root: Path, outcome: str, when: str = "2026-11-25T00:00:00Z", test: str = TEST) -> None:
    """Leave a run's result."""
    run = {
        "when": when,
        "code": digests.of_code(),
        "tests": {test: {"items": ["6.5-b"], "outcome": outcome}},
    }
    (root / FOLDER / f"{when[:10]}-{len(list((root / FOLDER).iterdir()))}.json").write_text(json.dumps(run))


def proven(root: Path, **changes: Any) -> None:
    """Leave a proof of the rule."""
    test = {"test": TEST, "file": digests.of_file(root / "tests" / "test_walls.py")}
    said = {"file": digests.of_module(RULE.module), "by": dict.fromkeys(RULE.items, test), **changes}
    run = {"code": digests.of_code(), "deciders": {RULE.key: said}}
    (root / ".medcloud" / "prove.json").write_text(json.dumps(run))


def state(root: Path) -> str:
    return Record(root).proof(RULE, RULE.items[0]).state


def seen_for(found: Matrix, item: str) -> list[tuple[str, str]]:
    row = next(row for row in found.rows if row.item.id == item)
    return [(test.id, test.outcome) for test in row.tests]


def test_every_item_has_its_row_in_order(root: Path) -> None:
    found = matrix(root)
    assert [row.item for row in found.rows] == list(items())
    assert sum(found.counts.values()) == len(items()) == 156
    assert {row.status for row in found.rows} <= {"not-yet", "evidence"}, "nothing was proven"
    assert any("make check" in en for _, en in found.notes)
    assert any("make prove" in en for _, en in found.notes)


def test_the_newest_result_counts(root: Path) -> None:
    ran(root, "passed", "2026-11-24T00:00:00Z")
    ran(root, "failed", "2026-11-25T00:00:00Z")
    assert seen_for(matrix(root), "6.5-b") == [(TEST, "failed")]
    ran(root, "passed", "2026-11-26T00:00:00Z")
    assert seen_for(matrix(root), "6.5-b") == [(TEST, "passed")]


def test_what_has_not_run_is_told_and_counts_for_nothing(root: Path) -> None:
    row = next(row for row in matrix(root).rows if row.item.id == "B.1-c")
    assert [(test.id, test.outcome) for test in row.tests] == [("tests/test_walls.py::test_later", "not run")]
    assert not row.filled("tested")


def test_a_test_that_is_gone_is_forgotten(root: Path) -> None:
    ran(root, "passed", test="tests/test_gone.py::test_x")
    assert results(root) == {}


@pytest.mark.parametrize("gone", ["tests/test_walls.py::test_old", "tests/test_walls.py::test_wall"])
def test_a_test_that_was_renamed_or_given_parameters_is_forgotten(root: Path, gone: str) -> None:
    ran(root, "failed", "2026-11-24T00:00:00Z", gone)
    ran(root, "passed", "2026-11-25T00:00:00Z")
    assert set(results(root)) == {TEST}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"tests": 3}', '{"tests": {"a": 1}, "when": 4}'])
def test_damaged_results_and_records_say_nothing(root: Path, content: str) -> None:
    (root / FOLDER / "x.json").write_text(content)
    (root / ".medcloud" / "prove.json").write_text(content)
    assert matrix(root).counts["software"] == 0


def test_a_proof_counts_while_its_files_are_as_they_were(root: Path) -> None:
    assert state(root) == "unproven"
    proven(root)
    assert state(root) == "noticed"
    proven(root, by={})
    assert state(root) == "unnoticed"
    proven(root, file="0123")
    assert state(root) == "stale"


def test_a_changed_test_makes_its_proof_stale(root: Path) -> None:
    proven(root)
    with (root / "tests" / "test_walls.py").open("a") as stream:
        stream.write("# changed\n")
    digests.of_file.cache_clear()
    assert state(root) == "stale"


def test_a_failing_test_is_seen_in_the_status(root: Path) -> None:
    proven(root)
    row = next(row for row in matrix(root).rows if row.item.id == RULE.items[0])
    assert row.status == "partly"
    ran(root, "failed")
    found = next(row for row in matrix(root).rows if row.item.id == "6.5-b")
    assert f"{TEST}: failed" in found.missing


def test_without_a_working_copy_it_says_what_it_cannot_see() -> None:
    found = matrix(None)
    assert any("working copy" in en for _, en in found.notes)
    assert all(row.tests == () for row in found.rows)
    assert any(row.filled("judged") for row in found.rows)


def test_the_released_record_speaks_of_deciders_and_items() -> None:
    said = json.loads(RELEASED.read_text(encoding="utf-8"))["deciders"]
    known = {item.id for item in items()}
    assert said
    for key, entry in said.items():
        assert set(entry) == {"by", "file"}, key
        assert set(entry["by"]) <= known, key


def test_json_is_the_same_matrix(root: Path) -> None:
    proven(root)
    found = matrix(root)
    said = json.loads(json.dumps(to_json(found)))
    assert [entry["id"] for entry in said["items"]] == [row.item.id for row in found.rows]
    assert said["counts"] == found.counts
    entry = next(entry for entry in said["items"] if entry["id"] == RULE.items[0])
    states = {decider["key"]: decider["state"] for decider in entry["deciders"]}
    assert states.pop(RULE.key) == "noticed"
    assert set(states.values()) <= {"unproven"}
