"""Region files under examples/ are good, and the lock beside each is the one that it comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.plan import allocate
from medcloud.plan.lock import dump, parse
from medcloud.region_files import checked

FILES = sorted(
    file
    for file in Path("examples").glob("*/*.yaml")
    if "\nregion:" in file.read_text(encoding="utf-8") and ".lock" not in file.suffixes
)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_it_is_good_and_its_lock_is_whole(file: Path) -> None:
    region = checked(file)
    lock = file.with_suffix(".lock.yaml")
    if lock.exists():
        text = lock.read_text(encoding="utf-8")
        assert dump(allocate(region, parse(text, str(lock)))) == text


def test_they_are_found() -> None:
    assert {"city", "county", "panyu", "templates", "twocities"} <= {file.parent.name for file in FILES}
    assert {file.name for file in FILES if file.parent.name == "city"} == {"region.yaml", "small.yaml"}
