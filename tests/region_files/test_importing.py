"""Two regions become one: what stood in the other keeps its numbers, and nothing here moves."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.plan.lock import Lock, dump, parse
from medcloud.region_files import ImportRefused, import_lock, inspect
from medcloud.text import Finding
from tests.plan import sample

Data = dict[str, Any]
SECTIONS = ("sites", "centres", "pools", "workloads")
HERE: Data = yaml.safe_load(sample.FILE.read_text("utf-8"))
THERE_NETS = {"ipv4": "10.128.0.0/12", "ipv6": "fd14:2027::/32", "vni": {"first": 7000, "last": 7999}}


def there() -> Data:
    """A region of its own, as large as the sample; all ids of the other begin with an f."""
    data = deepcopy(HERE)
    for section in SECTIONS:
        data[section] = {f"f{id_}": entry for id_, entry in data[section].items()}
    for centre in data["centres"].values():
        centre |= {"site": f"f{centre['site']}", "cloud": f"f-{centre['cloud']}"}
    for pool in data["pools"].values():
        pool["centres"] = [f"f{id_}" for id_ in pool["centres"]]
    for workload in data["workloads"].values():
        workload["pool"] = f"f{workload['pool']}"
        for key in {"callers", "depends_on", "masked", "pseudonymised"} & workload.keys():
            workload[key] = [f"f{id_}" if id_ in HERE["workloads"] else id_ for id_ in workload[key]]
    data["region"] = {**data["region"], "id": "foshan", "domain": "foshan.example"}
    data["networks"] = {**data.get("networks", {}), **THERE_NETS}
    return data


def write(file: Path, data: Data) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return file


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The lock of the other region."""
    file = write(tmp_path / "there" / "region.yaml", there())
    return inspect(file, write=True).lock_file


@pytest.fixture
def file(tmp_path: Path, other: Path) -> Path:
    """This region with its lock, and then with what was the other's in its file."""
    data = deepcopy(HERE)
    found = write(tmp_path / "here" / "region.yaml", data)
    inspect(found, write=True)
    for section in SECTIONS:
        data[section] |= there()[section]
    data["networks"] = {**data.get("networks", {}), "vni": {"first": 5000, "last": 7999}}
    return write(found, data)


def place(file: Path, prefixes: Mapping[str, str]) -> None:
    data = yaml.safe_load(file.read_text("utf-8"))
    for key, prefix in prefixes.items():
        centre, _, version = key.partition("/")
        data["centres"][centre][f"ipv{version}"] = prefix
    write(file, data)


def lock(file: Path) -> Lock:
    return parse(file.read_text("utf-8"), str(file))


def refused(file: Path, other: Path) -> tuple[Finding, ...]:
    before = file.with_name("region.lock.yaml").read_bytes()
    with pytest.raises(ImportRefused) as caught:
        import_lock(file, other, write=True)
    assert file.with_name("region.lock.yaml").read_bytes() == before
    return caught.value.findings


def test_what_stood_there_keeps_its_numbers_and_nothing_here_moves(file: Path, other: Path) -> None:
    mine, theirs = lock(file.with_name("region.lock.yaml")), lock(other)
    found = refused(file, other)  # prefixes outside the region's block must be written: all of them are named
    assert [f.place.path for f in found] == [f"prefixes/{key}" for key in theirs.texts("prefixes")]
    lines = other.read_text("utf-8").splitlines()
    for finding in found:
        key = finding.place.path.removeprefix("prefixes/")
        assert lines[finding.place.line - 1] == f"  {key}: {theirs.texts('prefixes')[key]}"
        centre, _, version = key.partition("/")
        assert finding.remedy.en == f"write centres.{centre}.ipv{version}: {theirs.texts('prefixes')[key]}"
    place(file, theirs.texts("prefixes"))

    dry = import_lock(file, other, write=False)
    assert not dry.written
    assert lock(dry.lock_file) == mine
    result = import_lock(file, other, write=True)
    assert result.written and result.taken == dry.taken
    merged = lock(result.lock_file)
    for section in ("prefixes", "subnets", "vnis", "vips", "instances"):
        assert merged.sections[section] == {**mine.sections[section], **theirs.sections[section]}
    assert merged.section("centres").items() >= mine.section("centres").items()
    assert merged.texts("region") == {"id": "panyu"}
    assert inspect(file, write=False).changed is False
    assert import_lock(file, other, write=True).taken == {}  # a second time there is nothing


def test_addresses_of_servers_are_those_that_they_had(file: Path, other: Path) -> None:
    place(file, lock(other).texts("prefixes"))
    before = {
        (w.id, p.centre): [i.v4 for i in p.instances]
        for w in inspect(other.with_name("region.yaml"), write=False).plan.workloads
        for p in w.placements
    }
    import_lock(file, other, write=True)
    after = {
        (w.id, p.centre): [i.v4 for i in p.instances]
        for w in inspect(file, write=False).plan.workloads
        for p in w.placements
    }
    assert before.items() <= after.items()


def test_all_conflicts_are_said_at_once(file: Path, other: Path) -> None:
    theirs, mine = lock(other), lock(file.with_name("region.lock.yaml"))
    place(file, theirs.texts("prefixes"))
    vni = next(iter(theirs.section("vnis")))
    prefix = next(key for key in theirs.texts("prefixes") if key.endswith("/4"))
    clash, overlapped = next(iter(mine.section("vnis").values())), mine.texts("prefixes")["c1/4"]
    sections = {name: dict(found) for name, found in theirs.sections.items()}
    sections["vnis"][vni], sections["prefixes"][prefix] = clash, overlapped
    other.write_text(dump(Lock(sections, theirs.retired)), "utf-8")
    found = refused(file, other)
    assert {f.place.path for f in found} == {f"vnis/{vni}", f"prefixes/{prefix}"}
    assert any("overlaps" in f.message.en for f in found)
    assert all(f.place.line and f.remedy.zh and f.remedy.en for f in found)


def test_numbers_that_were_given_before_the_import_stay(file: Path, other: Path) -> None:
    place(file, lock(other).texts("prefixes"))
    inspect(file, write=True)  # too early: the newcomers have numbers now
    found = refused(file, other)
    assert found
    assert all("import first" in f.remedy.en for f in found)


def test_what_the_region_has_not_is_left_there(file: Path, other: Path) -> None:
    place(file, lock(other).texts("prefixes"))
    data = yaml.safe_load(file.read_text("utf-8"))
    del data["workloads"]["fportal"]
    for workload in data["workloads"].values():
        workload["callers"] = [c for c in workload.get("callers", []) if c != "fportal"]
    write(file, data)
    taken = import_lock(file, other, write=True).taken
    assert taken
    assert not [key for key in taken if "fportal" in key.split("/")]


def test_names_at_birth_come_along(file: Path, other: Path) -> None:
    theirs = lock(other)
    place(file, theirs.texts("prefixes"))
    names = {"workloads/fhis": "oldhis", "workloads/gone": "x"}
    other.write_text(dump(Lock({**theirs.sections, "names": names}, theirs.retired)), "utf-8")
    assert import_lock(file, other, write=True).taken["names/workloads/fhis"] == "oldhis"
    assert lock(file.with_name("region.lock.yaml")).texts("names") == {"workloads/fhis": "oldhis"}


def test_the_command_writes_only_when_it_is_told_to(file: Path, other: Path) -> None:
    place(file, lock(other).texts("prefixes"))
    before = file.with_name("region.lock.yaml").read_bytes()
    said = CliRunner().invoke(main, ["--lang", "en", "lock", "import", str(file), str(other)])
    assert (said.exit_code, file.with_name("region.lock.yaml").read_bytes()) == (0, before)
    assert "not written" in said.stdout
    said = CliRunner().invoke(main, ["--lang", "en", "lock", "import", str(file), str(other), "--write"])
    assert said.exit_code == 0
    assert ": written (+" in said.stdout


@pytest.mark.parametrize("name", ["none.lock.yaml", "region.lock.yaml"])
def test_the_other_lock_is_another_that_is_there(file: Path, name: str) -> None:
    said = CliRunner().invoke(main, ["--lang", "en", "lock", "import", str(file), str(file.with_name(name))])
    assert said.exit_code == 1
    assert "name the lock of the other region" in said.output
