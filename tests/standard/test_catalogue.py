"""The packaged catalogue as its users meet it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import MutableMapping
from typing import cast

import pytest

from medcloud.standard import CatalogueError, Number, item, items, level, levels, number, readings


def test_all_items_in_order() -> None:
    found = [entry.id for entry in items()]
    assert len(found) == len(set(found)) == 156
    assert (found[0], found[-1]) == ("6.1.1-a", "C.3-f")


def test_an_item() -> None:
    lockout = item("7.2.3.1-a")
    assert (lockout.obligation, lockout.obligation_en) == ("应", "shall")
    assert lockout.numbers["lock_duration"] == Number(30, "min", ">=")
    assert "host" in lockout.met_by


def test_entries_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        item("6.1.1-c").obligation = "可"  # type: ignore[misc]  # the point of the test
    with pytest.raises(TypeError):
        cast("MutableMapping[str, Number]", item("6.1.1-c").numbers)["x"] = Number(1, "core", ">=")


def test_evidence_says_what_from_whom_how_long() -> None:
    documents = {document.id: document for document in item("7.1.1.1-a").evidence}
    report = documents["mlps-report"]
    assert report.document_zh and report.document_en and report.issuer_zh and report.issuer_en
    assert (report.valid_days, report.scope) == (365, "region")


def test_levels_follow_each_other() -> None:
    assert [row.level for row in levels()] == [1, 2, 3, 4, 5]
    assert [row.volume_encryption for row in levels()] == ["none", "optional"] + ["required"] * 3
    core = level(4)
    assert (core.rpo_seconds, core.rto_seconds, core.audit_interval_seconds) == (15, 300, 3600)
    assert (level(1).rpo_seconds, level(1).rto_seconds) == (None, None)


def test_the_items_of_table_c_1_have_its_figures() -> None:
    for row in levels():
        assert item(row.item).numbers == row.numbers


def test_readings_are_found_from_their_items() -> None:
    settings = [reading.setting for reading in readings()]
    assert len(settings) == len(set(settings))
    for reading in readings():
        for key in reading.items:
            assert reading in item(key).readings
    first = item("7.2.1-b").reading
    assert first is not None and first.setting == "encrypt_every_level"
    assert item("6.1.3-b").reading is None


@pytest.mark.parametrize("key", ["7.2.1-z", "7.2.1", "9.9-a", "6.1.1-A"])
def test_unknown_items(key: str) -> None:
    with pytest.raises(CatalogueError, match=key):
        item(key)


def test_unknown_figure_names_those_that_are_there() -> None:
    with pytest.raises(CatalogueError, match=r"6\.1\.1-c.*cores_per_host"):
        number("6.1.1-c", "cores")


@pytest.mark.parametrize("value", [0, 6, -1])
def test_unknown_level(value: int) -> None:
    with pytest.raises(CatalogueError, match="1 to 5"):
        level(value)


def test_import_brings_neither_yaml_nor_pydantic_and_reading_brings_no_pydantic() -> None:
    program = (
        "import sys, medcloud.standard as s; assert 'yaml' not in sys.modules;"
        "assert len(s.items()) == 156; assert 'pydantic' not in sys.modules"  # yaml only if nothing is kept
    )
    subprocess.run([sys.executable, "-c", program], check=True)
