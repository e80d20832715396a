"""The labels in a description: what rules need comes first, nothing is cut amid a value."""

from medcloud.cloud.labels import RECORD_TEXT, SHORT_TEXT, brief, record
from medcloud.standard import conventions

LABELS = {
    "region": "panyu",
    "centre": "c1",
    "tenant": "group",
    "domain": "dmz",
    "workload": "portal",
    "level": "2",
    "owner": "信息中心",
}


def test_a_description_says_level_and_domain() -> None:
    found = conventions.read({"description": brief(LABELS, "https")})
    assert found == {key: LABELS[key] for key in ("region", "centre", "domain", "workload", "level", "owner")}


def test_what_has_no_room_is_left_out_whole_and_last_first() -> None:
    text = brief({**LABELS, "owner": "o" * 300}, "why")
    assert len(text) <= SHORT_TEXT
    assert text.endswith("; why")
    assert conventions.read({"description": text}) == {
        key: LABELS[key] for key in ("region", "centre", "domain", "workload", "level")
    }


def test_a_record_fits_and_keeps_its_level() -> None:
    text = record({**LABELS, "workload": "w" * 200})
    assert len(text) <= RECORD_TEXT
    assert conventions.read({"description": text}) == {"level": "2", "region": "panyu"}
