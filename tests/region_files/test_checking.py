"""What only a plan would refuse is refused by `check`: all at once, with its line, by the lock as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.model import RegionError, RegionRefused
from medcloud.plan import PlanRefused
from medcloud.plan.lock import parse
from medcloud.region_files import checked, inspect, lock_path
from medcloud.text import Finding
from tests.plan import sample
from tests.region_files.desk import region_file

C1 = "c1: {role: active, site: shiqiao,"
SMALL = f"{C1} networks: {{group/core: {{existing: n, ipv4: 192.168.2.0/28}}}},"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample with its image and no lock."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "cloud.img").touch()
    return region_file(tmp_path)


def edit(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def found(file: Path) -> tuple[Finding, ...]:
    try:
        checked(file)
    except RegionError as error:
        return error.findings
    return ()


def paths(file: Path) -> list[str]:
    return [finding.place.path for finding in found(file)]


def line(file: Path, text: str) -> int:
    return next(n for n, each in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if text in each)


@pytest.mark.item("7.2.1-b")
def test_links_and_small_networks_and_what_is_wrong_by_itself_are_said_at_once(file: Path) -> None:
    assert paths(file) == []
    edit(
        file,
        (C1, SMALL),
        ("region: remote, zone: r1, external: external", "region: remote, zone: r1"),
        ("admin: private, region: metro, zone: p1,", "admin: private, vpn: false, region: metro, zone: p1,"),
        ("password_days: 90", "password_days: 91"),
    )
    assert [(f.place.path, f.item) for f in found(file)] == [
        ("identity.password_days", "7.2.3.1-a"),
        ("centres.c1.networks.group/core.ipv4", ""),
        ("centres.r1.external", "7.2.1-b"),
        ("centres.p1.vpn", "7.2.1-b"),
    ]
    lines = [line(file, text) for text in ("password_days", "  c1: {", "  r1: {", "  p1: {")]
    assert [f.place.line for f in found(file)] == lines


def test_the_prefix_that_an_existing_network_needs_is_the_least_that_does(file: Path) -> None:
    edit(file, (C1, SMALL))
    (finding,) = found(file)
    length = int(finding.remedy.en.split("/")[1].split()[0])
    edit(file, ("192.168.2.0/28", f"192.168.2.0/{length + 1}"))
    assert paths(file) == ["centres.c1.networks.group/core.ipv4"]
    edit(file, (f"192.168.2.0/{length + 1}", f"192.168.2.0/{length}"))
    assert paths(file) == []


def test_an_existing_network_holds_the_numbers_of_hosts_in_ipv6(file: Path) -> None:
    edit(file, (C1, SMALL.replace("192.168.2.0/28", "192.168.2.0/24, ipv6: fd20::/113")))
    assert paths(file) == ["centres.c1.networks.group/core.ipv6"]
    edit(file, ("fd20::/113", "fd20::/112"))
    assert paths(file) == []


def test_prefixes_that_the_lock_contradicts(file: Path) -> None:
    inspect(file, write=True)
    edit(file, (C1, f"{C1} ipv4: 10.200.0.0/16,"))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("centres.c1.ipv4", line(file, "  c1: {"))
    edit(file, ("10.200.0.0/16", "10.64.0.0/16"))
    assert paths(file) == []
    edit(file, ("ipv4: 10.64.0.0/12", "ipv4: 10.80.0.0/12"))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("networks.ipv4", line(file, "  ipv4: 10.80"))
    assert "centres.r1.ipv4: 10.66.0.0/16" in finding.remedy.en


def test_what_no_check_knows_has_its_line_too(file: Path) -> None:
    inspect(file, write=True)
    edit(file, ("first: 5000", "first: 5003"))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("networks.vni", line(file, "first: 5003"))
    with pytest.raises(PlanRefused) as refused:
        inspect(file, write=False)
    assert refused.value.findings == (finding,)


def test_the_lock_says_whose_it_is(file: Path) -> None:
    inspect(file, write=True)
    assert "region:\n  id: panyu\n" in lock_path(file).read_text(encoding="utf-8")
    edit(file, ("  id: panyu\n", "  id: nansha\n"))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("region.id", line(file, "  id: nansha"))
    assert "region panyu" in finding.message.en
    with pytest.raises(PlanRefused, match="panyu"):
        inspect(file, write=True)
    edit(file, ("  id: nansha\n", "  id: panyu\n"))
    assert paths(file) == []


def test_a_lock_from_before_says_nothing_until_numbers_change(file: Path) -> None:
    lock = lock_path(file)
    old = sample.LOCK_FILE.read_text(encoding="utf-8")
    lock.write_text(old, encoding="utf-8")
    assert not inspect(file, write=True).written
    assert lock.read_text(encoding="utf-8") == old
    edit(
        file,
        (
            "lis, level: 3, pool: general, size: {instances: 2",
            "lis, level: 3, pool: general, size: {instances: 3",
        ),
        ("isa: arm64, os: openeuler-24.03, hosts: 2", "isa: arm64, os: openeuler-24.03, hosts: 3"),
    )
    assert inspect(file, write=True).written
    assert parse(lock.read_text(encoding="utf-8"), "x").texts("region") == {"id": "panyu"}


def test_a_region_does_not_vanish_unsaid(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    empty = text[: text.index("workloads:")] + "workloads: {}\n"
    file.write_text(empty, encoding="utf-8")
    assert paths(file) == []
    file.write_text(text, encoding="utf-8")
    inspect(file, write=True)
    before = lock_path(file).read_bytes()
    file.write_text(empty, encoding="utf-8")
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("workloads", line(file, "workloads:"))
    with pytest.raises(PlanRefused, match="all would be deleted"):
        inspect(file, write=True)
    assert lock_path(file).read_bytes() == before


def test_image_files_are_there_and_lie_beside_the_region_file(file: Path) -> None:
    image = file.parent / "images" / "cloud.img"
    image.unlink()
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == (
        "images.kylin-v10.file",
        line(file, "kylin-v10: {file"),
    )
    image.symlink_to("/etc/hostname")
    (finding,) = found(file)
    assert "leads out" in finding.message.en
    edit(file, ("{file: images/cloud.img}", "{existing: theirs}"))
    assert paths(file) == []


def test_a_lock_that_cannot_be_read_is_said_beside_the_rest(file: Path) -> None:
    inspect(file, write=True)
    lock = lock_path(file)
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")
    edit(file, ("password_days: 90", "password_days: 91"))
    done = CliRunner().invoke(main, ["--lang", "en", "check", str(file)])
    assert done.exit_code == 1
    assert "identity.password_days" in done.stdout
    assert "region.lock.yaml:1" in done.stdout


def test_a_seventeenth_centre_with_prefixes_of_its_own(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for number in range(12):
        data["centres"][f"x{number + 20}"] = {**data["centres"]["e1"], "zone": f"x{number}"}
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.raises(RegionRefused) as refused:
        checked(file)
    assert [f.place.path for f in refused.value.findings] == ["networks.ipv4", "networks.ipv6"]
    data["centres"]["x20"] |= {"ipv4": "172.16.0.0/16", "ipv6": "fd99::/48"}
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert paths(file) == []
    indexes = [centre.index for centre in inspect(file, write=True).plan.centres]
    assert sorted(indexes) == list(range(17))
    assert not inspect(file, write=False).changed


def test_small_centres_that_do_not_fit_or_would_move_are_refused_with_their_line(file: Path) -> None:
    inspect(file, write=True)
    edit(file, ("  e1: {role: edge,", "  e1: {role: edge, prefix_length: 24,"))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("centres.e1.prefix_length", line(file, "  e1:"))
    assert finding.remedy.en == "write 16, or add a new centre instead"
    edit(file, ("prefix_length: 24", "prefix_length: 16"))
    assert found(file) == ()
    lock_path(file).unlink()
    small = "    10.64.0.0/20"
    edit(file, ("ipv4: 10.64.0.0/12", f"ipv4: {small.strip()}"), ("prefix_length: 16", "prefix_length: 24"))
    more = [
        f"  x{n}: {{role: edge, site: dagang, cloud: edge, region: metro, zone: x{n}, prefix_length: 24}}"
        for n in range(20, 40)
    ]
    edit(file, ("pools:\n", "\n".join([*more, "pools:\n"])))
    (finding,) = found(file)
    assert (finding.place.path, finding.place.line) == ("centres.x31", line(file, "  x31:"))
    assert "9 small centres" in finding.message.en
