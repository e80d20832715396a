"""What the tests of evidence share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from medcloud.evidence import Store
from tests.crypto.people import People
from tests.evidence.ledgers import filled
from tests.evidence.stores import full


@pytest.fixture(scope="session")
def ledger(people: People, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that is not to be changed."""
    return filled(tmp_path_factory.mktemp("ledger") / "ledger", people)


@pytest.fixture(scope="session")
def filled_store(people: People, trust: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An evidence folder in which every slot is filled; not to be changed."""
    return full(tmp_path_factory.mktemp("store") / "evidence", trust, people).folder


@pytest.fixture
def store(filled_store: Path, tmp_path: Path) -> Store:
    """A copy of it, to be spoilt."""
    return Store(shutil.copytree(filled_store, tmp_path / "evidence"))
