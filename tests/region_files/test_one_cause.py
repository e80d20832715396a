"""One slip in the files of a city is one finding, at its place, however many workloads it reaches."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from medcloud.region_files import checked
from medcloud.text import Finding, Refusal
from tests.support.engine_env import CHECKOUT

CITY = CHECKOUT / "examples" / "city"
SLIPS = {
    "a tenant of a group that cannot be one": ("tenants.yaml", "h30]", "h3O]", "groups.hospitals[29]"),
    "a tenant of a group that is not there": ("tenants.yaml", "h30]", "h31]", "groups.hospitals[29]"),
    "a group that is not there": (
        "shared.yaml",
        "accepts: ['kind:his&group:hospitals', 'kind:emr&group:hospitals']\n  archive",
        "accepts: ['kind:his&group:hospital', 'kind:emr&group:hospitals']\n  archive",
        "workloads.pacs.accepts[0]",
    ),
    "a file that is not there": (
        "region.yaml",
        "[tenants.yaml, shared",
        "[tenant.yaml, shared",
        "include[0]",
    ),
    "a retired database that all call": (
        "shared.yaml",
        "  db:\n",
        "  db:\n    retire: true\n",
        "workloads.db.retire",
    ),
    "a recovery centre in the city": ("region.yaml", "city: lincheng", "city: jiangcheng", "centres.r1.site"),
    "a misspelt key of each hospital": (
        "shared.yaml",
        "callers: [intranet, lis], calls: [pacs",
        "calers: [intranet, lis], calls: [pacs",
        "workloads.h01-his.calers",
    ),
    "a full-width comma": (
        "shared.yaml",
        "callers: [intranet, lis], calls: [pacs",
        "callers: [intranet，lis], calls: [pacs",
        "workloads.h01-his.callers[0]",
    ),
    "a block that moves all centres": ("region.yaml", "10.64.0.0/10", "10.128.0.0/10", "networks.ipv4"),
}
WORDS = {
    "full-width digits": ("shared.yaml", "kind: his, port: 8443", "kind: his, port: ８４４３", "write 8443"),
    "a full-width stop in a name": (
        "region.yaml",
        "domain: jiangcheng.example",
        "domain: jiangcheng。example",
        "write jiangcheng.example",
    ),
    "full-width stops in a prefix": ("region.yaml", "10.64.0.0/10", "10．64．0．0/10", "write 10.64.0.0/10"),
    "a unit beside a number": ("shared.yaml", "data_gib: 50}}", "data_gib: 4TB}}", "from 1, in GiB"),
    "DICOM in clear": ("shared.yaml", "{service: dicom}", "{service: dicom, port: 104}", "e.g. 2762"),
    "a private partner by the Internet": (
        "shared.yaml",
        "[192.0.2.128/28]",
        "[10.9.0.0/28]",
        "by: line or by: vpn",
    ),
}


def found(folder: Path, file: str, old: str, new: str) -> tuple[Finding, ...]:
    """What is wrong with the city when one thing in one of its files is another."""
    shutil.copytree(CITY, folder / "city")
    path = folder / "city" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(Refusal) as refused:
        checked(folder / "city" / "region.yaml")
    return refused.value.findings


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_one_finding(slip: str, tmp_path: Path) -> None:
    file, old, new, place = SLIPS[slip]
    assert [finding.place.path for finding in found(tmp_path, file, old, new)] == [place]


@pytest.mark.parametrize("slip", WORDS)
def test_the_remedy_can_be_followed(slip: str, tmp_path: Path) -> None:
    file, old, new, remedy = WORDS[slip]
    (finding,) = found(tmp_path, file, old, new)
    assert remedy in finding.remedy.en


def test_a_part_of_a_region_file_is_called_so(tmp_path: Path) -> None:
    shutil.copytree(CITY, tmp_path / "city")
    with pytest.raises(Refusal) as refused:
        checked(tmp_path / "city" / "tenants.yaml")
    (finding,) = refused.value.findings
    assert "part of a region file" in finding.message.en
    assert "includes it" in finding.remedy.en


def test_no_finding_names_each_of_sixty_centres(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, *SLIPS["a block that moves all centres"][:3])
    assert len(finding.message.en) < 500
