"""The one way in which resources carry what is said of them."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, strategies as st

from medcloud.standard.conventions import KEYS, description, metadata, read, tags

VALUES = st.text(string.ascii_letters + string.digits + "-_.", min_size=1, max_size=20)
LABELS = st.dictionaries(st.sampled_from(KEYS), VALUES)


def test_three_forms() -> None:
    labels = {"level": 4, "owner": "emr", "tenant": None, "workload": ""}
    assert metadata(labels) == {"medcloud-level": "4", "medcloud-owner": "emr"}
    assert tags(labels) == ["medcloud-level=4", "medcloud-owner=emr"]
    assert description(labels) == "medcloud-level=4; medcloud-owner=emr"


@given(LABELS)
def test_each_form_is_read_back(labels: dict[str, str]) -> None:
    assert read({"metadata": metadata(labels)}) == labels
    assert read({"tags": tags(labels)}) == labels
    assert read({"description": description(labels)}) == labels


def test_level_zero_is_not_an_empty_value() -> None:
    assert metadata({"level": 0}) == {"medcloud-level": "0"}


@pytest.mark.parametrize(
    "name", ["metadata", "properties", "extraSpecs", "valueSpecs", "extra_specs", "value_specs"]
)
def test_maps_that_are_read(name: str) -> None:
    assert read({name: {"medcloud-level": "4", "unrelated": "x"}}) == {"level": "4"}


def test_the_first_form_wins() -> None:
    properties = {"metadata": {"medcloud-level": "4"}, "tags": ["medcloud-level=1", "medcloud-owner=emr"]}
    assert read(properties) == {"level": "4", "owner": "emr"}


@pytest.mark.parametrize(("value", "read_as"), [(4, "4"), (4.0, "4"), (4.5, "4.5"), (None, ""), ("4", "4")])
def test_a_value_that_is_no_text_is_read_as_it_was_written(value: object, read_as: str) -> None:
    assert read({"metadata": {"medcloud-level": value}}) == {"level": read_as}


def test_keys_are_read_without_regard_to_case() -> None:
    assert read({"metadata": {"Medcloud-Level": "4"}}) == {"level": "4"}


@pytest.mark.parametrize(
    "properties",
    [
        {},
        {"metadata": None},
        {"tags": "medcloud-level=4"},
        {"tags": [1, None]},
        {"description": 4},
        {"metadata": []},
    ],
)
def test_values_of_other_types_say_nothing(properties: dict[str, object]) -> None:
    assert read(properties) == {}
