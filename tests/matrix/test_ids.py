"""Ids as people write them."""

from __future__ import annotations

import pytest

from medcloud.matrix.ids import ids_in, is_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keys (7.2.1-b, A.1-c)", ["7.2.1-b", "A.1-c"]),
        ("7.3.2.2-c, -e; 7.3.2.4-c; C.3-b, -e", ["7.3.2.2-c", "7.3.2.2-e", "7.3.2.4-c", "C.3-b", "C.3-e"]),
        ("7.2.3.4.2-b", ["7.2.3.4.2-b"]),
        ("levels C.2-d and -e", ["C.2-d", "C.2-e"]),
        ("table C.1, 7.3.2.2, 6.1.1", []),
        ("GB/T 22239-2019, 8.1.4.4-b", []),
        ("v7.2.1-beta, 16.1.1-a, 7.2.1-b1, x-7.2.1-b", []),
        ("", []),
    ],
)
def test_ids(text: str, found: list[str]) -> None:
    assert [key for key, _ in ids_in(text)] == found


def test_each_id_has_its_place() -> None:
    text = "one 7.3.2.2-c,\n  -e"
    places = dict(ids_in(text))
    assert text[places["7.3.2.2-c"] :].startswith("7.3.2.2-c")
    assert text[places["7.3.2.2-e"] :] == "-e"


@pytest.mark.parametrize(("text", "whole"), [("A.5-b", True), ("A.5-b, -c", False), ("see A.5-b", False)])
def test_an_id_and_nothing_else(text: str, whole: bool) -> None:
    assert is_id(text) == whole
