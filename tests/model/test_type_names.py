"""Names of volume types that exist, beside what they are used for."""

from __future__ import annotations

import pytest

from tests.model.sample import changed, findings


@pytest.mark.item("7.2.1-b")
@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("ssd", True),
        ("block-unencrypted", True),
        ("not-encrypted", True),
        ("ssd-luks", False),
        ("加密盘", False),
    ],
)
def test_a_type_for_encrypted_data_says_nothing_else(name: str, refused: bool) -> None:
    found = findings(changed("storage/block/encrypted_type", {"existing": name}))
    assert [f.item for f in found] == ["7.2.1-b"] * refused


@pytest.mark.item("7.3.2.2-e")
def test_the_archive_has_a_type_of_its_own() -> None:
    text = changed("storage/archive/encrypted_type", {"existing": "luks"})
    assert findings(text) == ()
    (found,) = findings(changed("storage/block/encrypted_type", {"existing": "luks"}, text))
    assert found.place.path == "storage.archive.encrypted_type.existing"
