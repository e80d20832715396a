"""Research and data of levels 4 and 5: masked or under pseudonyms, or not at all."""

from __future__ import annotations

import pytest

from tests.model.sample import SAMPLE, changed, findings

BASE = changed("workloads/emr/pseudonymised", ["ai"], changed("workloads/ai/kind", "research"))
RAW = changed("workloads/emr/pseudonymised", [], BASE)
PULLS = changed("workloads/ai/calls", ["pacs"], changed("workloads/pacs/accepts", ["tenant:county"], BASE))
AT_A_PORT = changed("workloads/his/ports", {"more": {"port": 9443, "callers": ["ai"]}}, BASE)
AUDIT = {
    "kind": "logs",
    "level": 4,
    "pool": "core",
    "ports": {"in": {"service": "syslog"}},
    "callers": ["all"],
    "size": {"instances": 2, "vcpus": 1, "memory_gib": 1, "data_gib": 1},
}
BAD = (
    pytest.param(RAW, "workloads.emr.callers[2]", ("workloads/emr/masked", ["ai"]), id="as it is"),
    pytest.param(
        changed(
            "workloads/ai/level",
            4,
            changed("workloads/ai/pool", "core", changed("workloads/ai/size/instances", 2, RAW)),
        ),
        "workloads.emr.callers[2]",
        ("workloads/emr/pseudonymised", ["kind:research"]),
        id="of level 4 itself",
    ),
    pytest.param(
        PULLS,
        "workloads.pacs.accepts[0]",
        ("workloads/pacs/masked", ["kind:research"]),
        id="by its own calls",
    ),
    pytest.param(
        AT_A_PORT, "workloads.his.ports.more.callers[0]", ("workloads/his/masked", ["ai"]), id="at one port"
    ),
    pytest.param(
        changed("workloads/emr/masked", ["ai"], BASE),
        "workloads.emr.pseudonymised[0]",
        ("workloads/emr/pseudonymised", []),
        id="in two ways",
    ),
    pytest.param(
        changed("workloads/emr/masked", ["lis"], BASE),
        "workloads.emr.masked[0]",
        ("workloads/emr/callers", ["his", "pacs", "ai", "lis"]),
        id="who does not call",
    ),
)


@pytest.mark.item("C.3-c")
@pytest.mark.parametrize(("text", "place", "mended"), BAD)
def test_bad(text: str, place: str, mended: tuple[str, list[str]]) -> None:
    (finding,) = findings(text)
    assert (finding.place.path, finding.item) == (place, "C.3-c")
    assert findings(changed(*mended, text)) == ()


def test_good() -> None:
    assert findings(SAMPLE) == ()
    assert findings(changed("workloads/emr/level", 3, RAW)) == (), "of level 3 they may be used"
    assert findings(changed("workloads/audit", AUDIT, BASE)) == (), "a log audit gives no records"
    assert findings(changed("workloads/emr/pseudonymised", ["kind:research", "kind:oa"], BASE)) == ()


def test_a_name_of_nothing_is_told() -> None:
    (finding,) = findings(changed("workloads/emr/masked", ["nobody"]))
    assert finding.place.path == "workloads.emr.masked[0]"


@pytest.mark.item("C.3-c")
def test_what_assists_in_care_sees_what_care_sees_but_for_the_highest_level() -> None:
    sample, base = (changed("storage/block/sm4", "hardware", text) for text in (SAMPLE, BASE))
    (finding,) = findings(changed("workloads/emr/level", 5, sample))
    assert (finding.place.path, finding.item) == ("workloads.emr.callers[2]", "C.3-c")
    assert findings(changed("workloads/emr/level", 5, base)) == ()
