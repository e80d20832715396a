"""What the tests of evidence share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for tests and tools, however pytest is started

from tests.crypto.people import People, people, trust_folder
from tests.evidence.ledgers import filled


@pytest.fixture(scope="session", name="people")
def _people() -> People:
    return people()


@pytest.fixture(scope="session")
def trust(people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trust folder in which 陈安 may sign everything."""
    return trust_folder(tmp_path_factory.mktemp("trust") / "trust", people.root, [people.crl])


@pytest.fixture(scope="session")
def ledger(people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that is not to be changed."""
    return filled(tmp_path_factory.mktemp("ledger") / "ledger", people)
