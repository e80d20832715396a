"""The catalogue against what the standard's text itself says."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.standard import Item, Number, items, levels
from medcloud.standard.catalogue import DATA
from tests.standard.clauses import DERIVED, IDS, STRENGTH, TEXT, clauses, derive

Derived = dict[str, dict[str, Any]]
EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "data" / "not_requirements.yaml").read_text("utf-8"))
WORDS = [word for word, _ in STRENGTH]
SHARED_RUN = 18  # characters in a row that two people writing of one thing do not both write by chance
needs_text = pytest.mark.skipif(not TEXT.exists(), reason="the standard's text is not beside this checkout")


def _binding(row: dict[str, Any]) -> tuple[str, str]:
    """The obligation and its basis, by the rule of docs/interpretation.md."""
    for basis, found in (("clause", row["own"]), ("lead", row["lead"])):
        if found:
            return found[0], basis
    return "应", "form"


def test_obligation_and_its_basis_are_the_texts(derived: Derived) -> None:
    assert {item.id: (item.obligation, item.basis) for item in items()} == {
        key: _binding(row) for key, row in derived.items()
    }


def test_counts_of_each_obligation(derived: Derived) -> None:
    from_text = Counter(_binding(row)[0] for row in derived.values())
    assert Counter(item.obligation for item in items()) == from_text
    assert from_text == {"应": 154, "宜": 1, "可": 1}


def test_weaker_words_are_parts(derived: Derived) -> None:
    found = {item.id: [part.obligation for part in item.parts] for item in items() if item.parts}
    assert found == {key: list(row["own"][1:]) for key, row in derived.items() if row["own"][1:]}


def _figure(number: Number) -> str:
    value = number.value
    if isinstance(value, str):
        version = re.search(r"\d[\d.]*$", value)
        assert version, value
        value = float(version[0])
    return f"{value:.10g}"


def _forms(item: Item) -> set[str]:
    """Each figure of an entry as a text might give it: with and without its sign and its unit."""
    return {
        " ".join(filter(None, (sign, _figure(number), unit)))
        for number in item.numbers.values()
        for sign in (number.comparison, "")
        for unit in (number.unit, "")
    }


def test_every_figure_of_the_text_is_a_number_of_its_item(derived: Derived) -> None:
    excused = {(key, figure) for key, row in EXCEPTIONS["only_in_text"].items() for figure in row}
    missing = {
        (item.id, figure) for item in items() for figure in set(derived[item.id]["figures"]) - _forms(item)
    }
    assert missing == excused


def test_no_item_has_a_figure_that_the_text_lacks(derived: Derived) -> None:
    excused = {(key, figure) for key, row in EXCEPTIONS["only_in_entry"].items() for figure in row}
    for item in items():
        row = derived[item.id]
        there = {re.sub(r"[^\d.]", "", figure) for figure in row["figures"] + row["lead_figures"]}
        invented = {_figure(number) for number in item.numbers.values()} - there
        assert {(item.id, figure) for figure in invented} <= excused


@needs_text
def test_derived_file_is_what_the_text_yields() -> None:
    ids = IDS.read_text(encoding="utf-8").split()
    found = derive(TEXT.read_text(encoding="utf-8"), ids)
    assert found == json.loads(DERIVED.read_text(encoding="utf-8"))
    assert [item.id for item in items()] == ids


SECONDS = {"s": 1, "min": 60, "h": 3600}
AUDIT = {"实时": 0, "每小时": 3600, "每日": 86_400, "每周": 7 * 86_400, "每月": 30 * 86_400}
IMPACT = {"极高": "very-high", "高": "high", "中": "medium", "低": "low", "无": "none"}
CIPHER = {"SM4-硬件": "sm4-hardware", "SM4-卷级": "sm4-volume", "SM4-文件": "sm4-file"} | {
    "可选 TLS1.3": "tls1.3",
    "无": "none",
}
ACCESS = {"字段级+多因素": "field-mfa", "表级 RBAC": "table-rbac", "角色级": "role", "只读": "read-only"}


def _limit(cell: str) -> int | None:
    match = re.fullmatch(r"≤(\d+)(\w+)", cell)
    return int(match[1]) * SECONDS[match[2]] if match else None


@needs_text
def test_levels_are_the_rows_of_table_c_1() -> None:
    found = clauses(TEXT.read_text(encoding="utf-8"), IDS.read_text(encoding="utf-8").split())
    for row in levels():
        name, _, impact, rpo, rto, cipher, access, audit = found[row.item].own.split("\t")
        assert name == f"{row.level} {row.name_zh}"
        assert (row.impact, row.cipher, row.access) == (IMPACT[impact], CIPHER[cipher], ACCESS[access])
        assert (row.rpo_seconds, row.rto_seconds) == (_limit(rpo), _limit(rto))
        assert row.audit_interval_seconds == AUDIT[audit]


@needs_text
def test_no_sentence_of_the_standard_is_copied() -> None:
    standard = re.sub(r"\s", "", TEXT.read_text(encoding="utf-8"))
    for path in DATA.glob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            ours = re.sub(r"\s", "", line)
            for start in range(len(ours) - SHARED_RUN + 1):
                run = ours[start : start + SHARED_RUN]
                assert run not in standard, f"{path.name}: {run}"
