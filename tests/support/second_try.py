"""Tests on real parts get one second try (tests/conftest.py): it must not meet what the first left."""

from __future__ import annotations

import pytest


def second_try(request: pytest.FixtureRequest) -> bool:
    """Whether the test of this fixture has failed once; what outlives a test is then to be made good."""
    return getattr(request.node, "execution_count", 1) > 1
