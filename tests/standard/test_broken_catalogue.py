"""A catalogue with a fault is refused, with the file and the entry."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from medcloud.standard import CatalogueError
from medcloud.standard.catalogue import DATA, load

HEAD = "6.1.1-a:\n  obligation: 应\n"  # how 6.1.yaml's first entry begins
FAULTS = {
    # what is wrong: file, what stands there, what is put in its place, what the complaint says
    "unknown field": ("6.1.yaml", HEAD, HEAD + "  owner: me\n", r"6\.1\.yaml: 6\.1\.1-a: .*owner"),
    "id twice in a file": ("6.1.yaml", "6.1.1-b:", "6.1.1-a:", r"6\.1\.yaml:\d+:1 6\.1\.1-a .*repeated"),
    "field twice": (
        "6.1.yaml",
        HEAD,
        HEAD + "  obligation: 宜\n",
        r"6\.1\.yaml:5:3 6\.1\.1-a\.obligation .*repeated",
    ),
    "id missing": ("6.1.yaml", "6.1.1-b:", "6.1.1-z:", r"6\.1\.yaml: 6\.1\.1-b: .*missing"),
    "id of another chapter": ("6.1.yaml", "6.1.1-b:", "6.2.1-a:", r"6\.1\.yaml: 6\.2\.1-a: .*chapter"),
    "id that is a number": ("6.1.yaml", "6.1.1-b:", "611:", r"6\.1\.yaml:\d+:1 611 .*keys must be text"),
    "id twice in the list": ("ids.txt", "6.1.1-b\n", "6.1.1-a\n", r"ids\.txt: 6\.1\.1-a: .*twice"),
    "obligation": ("6.1.yaml", HEAD, HEAD.replace("应", "must"), r"6\.1\.1-a: obligation .*'must'"),
    "obligation of a wrong type": ("6.1.yaml", HEAD, HEAD.replace("应", "1"), r"6\.1\.1-a: obligation"),
    "no obligation": ("6.1.yaml", HEAD, "6.1.1-a:\n", r"6\.1\.1-a: obligation"),
    "title in one language": ("6.1.yaml", "title: {zh: 多核", "title: {cn: 多核", r"6\.1\.1-b: title .*en"),
    "blank title": ("6.1.yaml", "zh: VXLAN、EVPN 与 M-LAG 大二层", "zh: ' '", r"6\.1\.3-d: title\.zh"),
    "figure without a unit": ("6.1.yaml", '[">=", 32, core]', '[">=", 32]', r"6\.1\.1-c: cores_per_host"),
    "figure with an unknown unit": ("6.1.yaml", "32, core]", "32, socket]", r"6\.1\.1-c: .*'socket'"),
    "figure with an unknown comparison": ("6.1.yaml", '[">=", 32', '["=>", 32', r"6\.1\.1-c: .*'=>'"),
    "figure that is a list": ("6.1.yaml", '[">=", 32,', '[">=", [32],', r"6\.1\.1-c: .*cores_per_host"),
    "figure that is a bool": ("6.1.yaml", '[">=", 32,', '[">=", true,', r"6\.1\.1-c: .*number or a text"),
    "numbers that are a list": (
        "7.4.yaml",
        'numbers: {performance_loss: ["<=", 5, "%"]}',
        "numbers: [5]",
        r"7\.4-a: n",
    ),
    "nothing meets it": ("6.1.yaml", "met_by: [component, twin]", "met_by: []", r"6\.1\.3-d: met_by"),
    "an unknown way": ("6.1.yaml", "met_by: [component, twin]", "met_by: [magic]", r"6\.1\.3-d: .*'magic'"),
    "a way twice": ("6.1.yaml", "[component, twin]\n", "[twin, twin]\n", r"6\.1\.3-d: met_by"),
    "met_by as a text": ("6.1.yaml", "met_by: [component, twin]", "met_by: twin", r"6\.1\.3-d: met_by"),
    "evidence nobody described": ("6.1.yaml", "[failover-test]", "[oath]", r"6\.1\.2-c: .*'oath'"),
    "evidence without met_by": (
        "6.1.yaml",
        "met_by: [component, policy, evidence]",
        "met_by: [component, policy]",
        r"6\.1\.1-a",
    ),
    "a gap in one language": ("7.5.yaml", "zh: [容器", "zh: [另一处, 容器", r"7\.5\.1-c: gaps .*length"),
    "part as strong as the whole": (
        "7.2.yaml",
        "    可: {zh: 异构",
        "    应: {zh: 异构",
        r"7\.2\.1-c: parts: ",
    ),
    "entry that is a text": ("6.4.yaml", "6.4-c:\n", "6.4-c: x\n6.4-y:\n", r"6\.4-c: .*mapping"),
    "not YAML": ("6.4.yaml", "6.4-a:\n", "6.4-a: [\n", r"6\.4\.yaml:\d+:\d+ .*YAML"),
    "days below one": (
        "evidence.yaml",
        "valid_days: 1095",
        "valid_days: 0",
        r"security-assessment: valid_days",
    ),
    "days as a text": (
        "evidence.yaml",
        "valid_days: 1095",
        "valid_days: soon",
        r"security-assessment: valid",
    ),
    "no days": ("evidence.yaml", "  valid_days: 1095\n", "", r"security-assessment: valid_days"),
    "evidence nobody asks for": ("evidence.yaml", "code-audit:\n", "audit-code:\n", r"6\.5\.yaml: 6\.5-d"),
    "scope": ("evidence.yaml", "scope: model", "scope: world", r"security-assessment: scope"),
    "reading of an unknown item": (
        "readings.yaml",
        "items: [A.1-b]",
        "items: [A.1-z]",
        r"private_from.*A\.1-z",
    ),
    "reading of nothing": ("readings.yaml", "items: [A.1-b]", "items: []", r"private_from_level_3: items"),
    "level missing": ("levels.yaml", '\n"2":\n', '\n"6":\n', r"levels\.yaml: .*1 to 5"),
    "level of an unknown item": ("levels.yaml", "item: C.2-d", "item: C.2-z", r"levels\.yaml: 2: .*C\.2-z"),
    "examples of unequal length": (
        "levels.yaml",
        "zh: [医院简介]",
        "zh: [医院简介, x]",
        r"levels\.yaml: 1: ex",
    ),
    "cipher": ("levels.yaml", "cipher: sm4-volume", "cipher: rot13", r"levels\.yaml: 4: cipher"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the packaged data."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_the_copy_itself_is_good(folder: Path) -> None:
    assert len(load(folder).items) == 156


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_refused_with_its_place(folder: Path, fault: str) -> None:
    name, old, new, complaint = FAULTS[fault]
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError, match=complaint):
        load(folder)


def test_item_that_the_standard_lacks(folder: Path) -> None:
    path = folder / "6.4.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "6.4-d:\n  obligation: 应\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"6\.4\.yaml: 6\.4-d"):
        load(folder)


def test_item_in_two_files(folder: Path) -> None:
    shutil.copy(folder / "7.1.2.yaml", folder / "7.1.yaml")
    with pytest.raises(CatalogueError, match=r"7\.1\.2\.1-a: .*7\.1"):
        load(folder)


def test_evidence_that_no_item_asks_for(folder: Path) -> None:
    path = folder / "evidence.yaml"
    extra = (
        "oath:\n  document: {zh: 誓, en: oath}\n  issuer: {zh: 人, en: x}\n  valid_days: 1\n  scope: site\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"evidence\.yaml: oath"):
        load(folder)


@pytest.mark.parametrize("name", ["6.4.yaml", "ids.txt", "levels.yaml", "evidence.yaml", "readings.yaml"])
def test_file_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(CatalogueError, match=r"6\.4-a" if name == "6.4.yaml" else name):
        load(folder)


@pytest.mark.parametrize(
    "content", [b"", b"- a\n", b"\xff\xfe\x00", b"? [a]\n: b\n", b"a: !!python/object:x y\n"]
)
def test_file_of_another_kind(folder: Path, content: bytes) -> None:
    (folder / "levels.yaml").write_bytes(content)
    with pytest.raises(CatalogueError, match=r"levels\.yaml"):
        load(folder)
