"""People of a demonstration authority who may sign, and a folder that trusts them, for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crypto.people import People, people, trust_folder


@pytest.fixture(scope="session", name="people")
def _people() -> People:
    return people()


@pytest.fixture(scope="session")
def trust(people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trust folder in which 陈安 may sign everything."""
    return trust_folder(tmp_path_factory.mktemp("trust") / "trust", people.root, [people.crl])
