"""What a region cannot meet yet is excused by signed waivers beside its file, and by nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.crypto import parse_document
from medcloud.model import RegionError
from medcloud.plan import to_text
from medcloud.region_files import checked_with_waivers, in_revision, inspect, on_disk, read_region
from medcloud.text import Finding
from medcloud.waivers import check_waivers
from tests.crypto.people import TODAY, People, trust_folder
from tests.region_files.desk import git, region_file
from tests.support.promised import refusals_of
from tools.demo_ca import Holder

W12: Mapping[str, Any] = {
    "id": "W-12",
    "item": "6.1.1-c",
    "region": "panyu",
    "places": ["pools.core.cores"],
    "level": 4,
    "reason": "新主机 2027 年到货",
    "approved_by": "陈安",
    "approved": "2026-11-01",
    "until": "2027-06-30",
}
Waive = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path, people: People, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The sample with 24-core hosts in its pool `core`, its image, no lock, and a trust folder."""
    monkeypatch.setattr("medcloud.region_files.waiving.today", lambda: TODAY)
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "cloud.img").touch()
    trust_folder(tmp_path / "evidence" / "trust", people.root, [people.crl])
    found = region_file(tmp_path)
    change(found, {"pools/core/cores": 24, "pools/core/hosts": 8})
    yield found


@pytest.fixture
def waive(file: Path, people: People) -> Waive:
    """Writes waivers beside the region file, signed by the officer or another."""

    def write(*waivers: Mapping[str, Any], by: Holder | None = None, signed: bool = True) -> Path:
        path = file.with_name("region.waivers.yaml")
        entries = [{**W12, **waiver} for waiver in waivers or ({},)]
        entries = [{k: v for k, v in entry.items() if v is not None} for entry in entries]
        text = yaml.safe_dump(
            {"medcloud": "waivers/1", "waivers": entries}, allow_unicode=True, sort_keys=False
        )
        document = parse_document(text.encode(), str(path))
        holder = by or people.officer
        path.write_bytes((document.signed(holder.key, [holder.certificate]) if signed else document).render())
        return path

    return write


def change(file: Path, changes: Mapping[str, Any]) -> None:
    data = yaml.safe_load(file.read_text("utf-8"))
    for path, value in changes.items():
        *way, last = path.split("/")
        node = data
        for step in way:
            node = node.setdefault(step, {})
        node[last] = value
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def refused(file: Path, environment: str | None = None) -> tuple[Finding, ...]:
    """What `check` has against the file; whether `plan` refuses it is no other question."""
    try:
        checked_with_waivers(file, environment)
    except RegionError as error:
        with pytest.raises(RegionError):
            inspect(file, write=False, environment=environment)
        return error.findings
    inspect(file, write=False, environment=environment)
    return ()


@pytest.mark.item("6.1.1-c")
def test_a_waiver_turns_a_refusal_into_advice_wherever_it_is_told(file: Path, waive: Waive) -> None:
    (finding,) = refused(file)
    assert (finding.place.path, finding.item) == ("pools.core.cores", "6.1.1-c")
    waive()
    assert refused(file) == ()
    region = read_region(file)
    assert region.pools["core"].cores == 24  # as it is, not as it should be
    (waived,) = inspect(file, write=False).plan.waived
    assert (waived.place, waived.item, waived.waiver, waived.until) == (
        "pools.core.cores",
        "6.1.1-c",
        "W-12",
        "2027-06-30",
    )
    said = CliRunner().invoke(main, ["--lang", "en", "check", str(file)])
    assert said.exit_code == 0
    assert "24 does not meet ≥ 32 cores; waived by W-12 until 2027-06-30 (陈安)" in said.stdout
    assert "W-12 until 2027-06-30" in to_text(inspect(file, write=False).plan)
    report = json.loads(CliRunner().invoke(main, ["check", str(file), "--json"]).stdout)
    assert [(w["waiver"], w["place"]) for w in report["waived"]] == [("W-12", "pools.core.cores")]


def test_it_stands_in_the_evidence_until_it_ends(file: Path, waive: Waive) -> None:
    for name in ("parts.csv", "software.csv"):
        listed = Path("examples/panyu/evidence") / name
        (file.parent / "evidence" / name).write_bytes(listed.read_bytes())
    waive()
    told = (
        CliRunner().invoke(main, ["--lang", "en", "evidence", "list", str(file), "--on", str(TODAY)]).stdout
    )
    assert "pools.core.cores  [6.1.1-c]" in told
    due = ["--lang", "en", "evidence", "due", str(file), "--on", str(TODAY), "--days"]
    assert "W-12 ends on 2027-06-30" in CliRunner().invoke(main, [*due, "300"]).stdout
    assert "W-12" not in CliRunner().invoke(main, [*due, "30"]).stdout


@pytest.mark.parametrize(
    ("waiver", "place", "words"),
    [
        pytest.param({"until": "2026-11-19"}, "waivers[0].until", "expired on 2026-11-19", id="expired"),
        pytest.param({"approved_by": "李四"}, "waivers[0]", "has not signed", id="by another"),
        pytest.param(
            {"region": "foshan"}, "waivers[0]", "for region foshan, and this is panyu", id="foreign"
        ),
        pytest.param({"region": None}, "waivers[0].region", "not blank", id="of no region"),
        pytest.param({"places": ["pools"]}, "waivers[0].places", "over-broad: pools", id="a whole section"),
        pytest.param({"places": ["pools.*"]}, "waivers[0].places", "over-broad: pools.*", id="a pattern"),
        pytest.param(
            {"places": None, "region": None}, "waivers[0].resources", "list with entries", id="nothing"
        ),
        pytest.param({"item": "C.2-a"}, "waivers[0].item", "may not be waived", id="the highest level"),
        pytest.param(
            {"item": "7.2.1-b", "places": ["centres.c1"]}, "waivers[0].item", "may not be waived", id="links"
        ),
    ],
)
def test_a_file_of_waivers_with_a_fault_refuses_with_its_reason(
    file: Path, waive: Waive, waiver: Mapping[str, Any], place: str, words: str
) -> None:
    waive(waiver)
    found = refused(file)
    told = [f for f in found if f.place.file.endswith("region.waivers.yaml")]
    assert [f.place.path for f in told] == [place]
    assert words in told[0].message.en
    assert told[0].remedy.zh and told[0].remedy.en
    assert [f.place.path for f in found if f not in told] == ["pools.core.cores"]


def test_unsigned_waivers_and_those_of_strangers_excuse_nothing(
    file: Path, waive: Waive, people: People
) -> None:
    for holder, signed in ((None, False), (people.other, True), (people.stranger, True)):
        waive(by=holder, signed=signed)
        assert "pools.core.cores" in [f.place.path for f in refused(file)]
        assert any("waivers" in f.place.file for f in refused(file))


@pytest.mark.parametrize(
    ("waiver", "changes", "words"),
    [
        pytest.param({"item": "6.1.1-b"}, {}, "24 does not meet", id="of another item"),
        pytest.param({"places": ["pools.general"]}, {}, "24 does not meet", id="of another place"),
        pytest.param({"places": ["pools.core.core"]}, {}, "24 does not meet", id="of another key"),
        pytest.param({"level": 3}, {}, "W-12 covers data up to level 3", id="of a lower level"),
        pytest.param(
            {}, {"workloads/emr/level": 5}, "there are data of level 5 here", id="extremely sensitive data"
        ),
    ],
)
def test_a_waiver_for_something_else_leaves_the_refusal(
    file: Path, waive: Waive, waiver: Mapping[str, Any], changes: Mapping[str, Any], words: str
) -> None:
    change(file, changes)
    waive(waiver)
    (finding,) = [f for f in refused(file) if f.place.path == "pools.core.cores"]
    assert words in finding.message.en


@pytest.mark.item("6.1.1-c")
def test_what_could_not_be_made_is_not_excused(file: Path, waive: Waive) -> None:
    change(file, {"pools/core/cores": 64, "workloads/his/size/vcpus": 128})
    waive({"places": ["workloads.his"]})
    (finding,) = [f for f in refused(file) if f.place.path == "workloads.his.size.vcpus"]
    assert "W-12 cannot excuse it: only figures of hosts" in finding.message.en


@pytest.mark.item("7.2.1-b")
def test_what_is_mended_by_writing_is_not_excused(file: Path, waive: Waive) -> None:
    change(file, {"pools/core/cores": 64, "workloads/lis/port": 2575})
    waive({"item": "7.2.1-b", "places": ["workloads.lis.port"]})
    (finding,) = refused(file)
    assert "W-12 cannot excuse it" in finding.message.en


LOOSER: Mapping[str, tuple[Mapping[str, Any], tuple[tuple[str, str], ...]]] = {
    "hosts": (
        {
            "pools/core/cores": 24,
            "pools/core/memory_gib": 512,
            "pools/core/ecc": False,
            "pools/core/nvme": False,
        },
        tuple((f"pools.core.{field}", "6.1.1-c") for field in ("cores", "memory_gib", "ecc", "nvme")),
    ),
    "slow disks and few copies": (
        {"storage/block/media": "hdd", "storage/database/media": "hdd", "storage/block/copies": 1},
        (
            ("storage.database.media", "7.3.2.2-a"),
            ("storage.block.media", "7.3.2.2-b"),
            ("storage.block.copies", "7.5.1-a"),
        ),
    ),
    "archives that are not kept": (
        {"storage/archive/retention_years": 5, "storage/archive/worm": False},
        (("storage.archive.retention_years", "7.3.2.4-c"), ("storage.archive.worm", "7.3.2.4-c")),
    ),
    "active centres at one site": (
        {"centres/c2/site": "shiqiao"},
        (("centres.c2.site", "7.3.2.4-a"),),
    ),
    "foreign processors": ({"pools/general/isa": "x86_64"}, (("pools.general.isa", "7.1.1.2-a"),)),
    "slow recovery": (
        {"workloads/his/recovery": {"rpo": "1h"}},
        (("workloads.his.recovery.rpo", "C.2-b"),),
    ),
    "rare backups": (
        {"workloads/lis/backup": {"method": "full", "every": "1min", "keep": "1min"}},
        (("workloads.lis.backup.every", "6.4-a"), ("workloads.lis.backup.keep", "6.1.2-b")),
    ),
}


@pytest.mark.parametrize("name", LOOSER)
def test_what_has_to_be_bought_or_moved_can_wait(file: Path, waive: Waive, name: str) -> None:
    changes, places = LOOSER[name]
    change(file, {"pools/core/cores": 64, **changes})
    assert {(f.place.path, f.item) for f in refused(file)} == {*places}
    waive(*_for(places))
    assert refused(file) == ()
    assert {(w.place, w.item) for w in inspect(file, write=False).plan.waived} == {*places}


def test_what_is_waived_comes_up_past_the_pack(file: Path, waive: Waive) -> None:
    """All of it in one region, without a waiver that the pack knows of."""
    for changes, _ in LOOSER.values():
        change(file, changes)
    places = [place for _, some in LOOSER.values() for place in some]
    waive(*_for(places))
    plan = inspect(file, write=False).plan
    assert len(plan.waived) == len(places)
    assert refusals_of(plan, file.parent) == []


def _for(places: Iterable[tuple[str, str]]) -> Iterator[Mapping[str, Any]]:
    return ({"id": f"W-{n}", "item": i, "places": [p]} for n, (p, i) in enumerate(places))


def test_a_waiver_that_excuses_nothing_is_said(file: Path, waive: Waive) -> None:
    waive({"places": ["pools.core.cores", "pools.general.cores"]})
    (idle,) = checked_with_waivers(file).idle
    assert "excuses nothing at pools.general.cores" in idle.message.en
    said = CliRunner().invoke(main, ["check", str(file)])
    assert said.exit_code == 0
    assert "pools.general.cores" in said.stdout


def test_the_entry_above_covers_what_is_below_and_others_need_theirs(file: Path, waive: Waive) -> None:
    change(file, {"pools/core/storage_gbps": 5, "pools/general/cores": 16})
    waive({"places": ["pools.core"]})
    assert [f.place.path for f in refused(file)] == ["pools.general.cores"]
    waive({"places": ["pools.core", "pools.general.cores"]})
    assert refused(file) == ()
    assert [w.place for w in inspect(file, write=False).plan.waived] == [
        "pools.core.cores",
        "pools.core.storage_gbps",
        "pools.general.cores",
    ]


def test_an_environment_is_a_region_of_its_own(file: Path, waive: Waive) -> None:
    nets = {"ipv4": "10.128.0.0/16", "ipv6": "fd14:2026::/48", "vni": {"first": 6000, "last": 6099}}
    change(file, {"environments/test": {"data": "masked", "centres": ["c1"], "networks": nets}})
    waive()
    assert refused(file) == ()
    assert [f.place.path for f in refused(file, "test")] == ["pools.core.cores"]
    waive({}, {"id": "W-13", "region": "panyu-test", "level": 2})
    assert refused(file) == refused(file, "test") == ()


def test_a_revision_is_compared_with_the_waivers_that_it_had(file: Path, waive: Waive) -> None:
    waive()
    git(file.parent, "init", "-q")
    git(file.parent, "add", "region.yaml", "region.waivers.yaml")
    git(file.parent, "commit", "-qm", "x")
    assert in_revision(file, "HEAD").plan.centres == on_disk(file).plan.centres


def test_the_page_shows_one_that_is_good() -> None:
    head = "medcloud: waivers/1"
    _, _, shown = Path("docs/region-file.md").read_text("utf-8").partition(head)
    waivers, faults = check_waivers((head + shown.partition("```")[0]).encode(), "page", TODAY)
    assert faults == []
    assert [(w.item, w.region, w.places) for w in waivers] == [("6.1.1-c", "panyu", ("pools.core.cores",))]
