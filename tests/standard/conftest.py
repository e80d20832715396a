"""What the tests of the catalogue share."""

from __future__ import annotations

import json

import pytest

from tests.standard.clauses import DERIVED


@pytest.fixture(scope="session")
def derived() -> dict[str, dict[str, object]]:
    """By item: the binding words and the figures of its text and of the text above it."""
    content: dict[str, dict[str, object]] = json.loads(DERIVED.read_text(encoding="utf-8"))
    return content
