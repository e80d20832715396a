"""What cannot be written out is said once, with the file and the line in which it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcloud.model import RegionError, RegionUnreadable, load, parse
from tests.model.less_text import Data, dumped, findings, lay, sample


def _lines(**sections: str) -> str:
    """The sample, with lines added to its sections or sections added to it, each entry in a line."""
    data = sample()
    text = dumped(data)
    for section, lines in sections.items():
        head = f"\n{section}:\n"
        assert head in text or section not in data
        text = text.replace(head, head + lines) if head in text else f"{text}{section}:\n{lines}"
    return text


_SIZE = "{instances: 2, vcpus: 1, memory_gib: 1, data_gib: 1}"
_HIS = f"kind: oa, level: 2, pool: general, port: 8443, size: {_SIZE}"
_BAD = {
    "unknown template": (
        {"templates": "  workloads: {office: {level: 2}}\n", "workloads": "  w: {use: ofice}\n"},
        "w: {use: ofice",
        "templates.workloads has no ofice",
        "write office",
    ),
    "template where there are none": (
        {"workloads": "  w: {use: office}\n"},
        "w: {use: office",
        "templates.workloads has no office",
        "write office under templates.workloads",
    ),
    "template of another section": (
        {"templates": "  pools: {office: {hosts: 2}}\n", "workloads": "  w: {use: office}\n"},
        "w: {use: office",
        "templates.workloads has no office",
        "write office under templates.workloads",
    ),
    "use of several": (
        {"workloads": "  w: {use: [a, b]}\n"},
        "w: {use: [a",
        "the name of one template is expected",
        "use: his",
    ),
    "ring": (
        {
            "templates": "  workloads:\n    a: {use: b}\n    b: {use: c}\n    c: {use: b}\n",
            "workloads": "  w: {use: a}\n  v: {use: c}\n",
        },
        "c: {use: b",
        "templates go round: b → c → b",
        "remove one of these uses",
    ),
    "template of itself": (
        {"templates": "  workloads: {a: {use: a}}\n", "workloads": "  w: {use: a}\n"},
        "{a: {use: a",
        "templates go round: a → a",
        "remove one of these uses",
    ),
    "use where entries have no templates": (
        {"storage": "  use: a\n"},
        "  use: a",
        "unknown key use",
        "database",
    ),
    "templates of no section": (
        {"templates": "  workload: {a: {level: 2}}\n"},
        "  workload: {",
        "entries of workload have no templates",
        "write workloads",
    ),
    "defaults of a section without entries": (
        {"defaults": "  networks: {ipv4: 10.0.0.0/8}\n"},
        "  networks: {ipv4: 10.0.0.0/8",
        "entries of networks have no templates",
        "write one of sites",
    ),
    "templates that are a list": (
        {"templates": "  workloads: [a]\n"},
        "[a]",
        "keys with values are expected",
        "{key: value}",
    ),
    "a template that is a word": (
        {"templates": "  workloads: {a: b}\n"},
        "b}",
        "keys with values are expected",
        "{key: value}",
    ),
    "use for all": (
        {"defaults": "  workloads: {use: a}\n"},
        "use: a",
        "defaults cannot have use",
        "write it in entries or templates",
    ),
    "a key that no entry has, in a template that nobody uses": (
        {"templates": "  workloads: {a: {levle: 2}}\n"},
        "levle",
        "unknown key levle",
        "write level",
    ),
    "a value that no entry has, in defaults that nobody needs": (
        {"defaults": "  workloads: {level: 9}\n"},
        "9}",
        "9 is out of range",
        "from 1 to 5",
    ),
    "no such tenant": (
        {"workloads": f"  w: {{for_each_tenant: [group, conty], {_HIS}}}\n"},
        "conty",
        "tenants has no conty",
        "write county",
    ),
    "no such group": (
        {"workloads": f"  w: {{for_each_tenant: 'group:far', {_HIS}}}\n"},
        "'group:far'",
        "groups has no far",
        "write one of -",
    ),
    "no tenant": (
        {"workloads": f"  w: {{for_each_tenant: [], {_HIS}}}\n"},
        "[], kind",
        "names no tenant",
        "name tenants",
    ),
    "tenants that are a number": (
        {"workloads": f"  w: {{for_each_tenant: 3, {_HIS}}}\n"},
        "3, kind",
        "tenants are expected",
        "write all, group:ID or [h01, h02]",
    ),
    "for each tenant, and for one": (
        {"workloads": f"  w: {{for_each_tenant: all, tenant: county, {_HIS}}}\n"},
        "tenant: county",
        "for_each_tenant says the tenant already",
        "remove tenant",
    ),
    "overrides that name another tenant": (
        {"workloads": f"  w: {{for_each_tenant: all, overrides: {{county: {{tenant: group}}}}, {_HIS}}}\n"},
        "tenant: group",
        "for_each_tenant says the tenant already",
        "remove tenant",
    ),
    "an id that is too long": (
        {"workloads": f"  {'w' * 30}: {{for_each_tenant: all, {_HIS}}}\n"},
        "w" * 30 + ": {",
        "cannot be used (and 1 more: workloads.county-www",
        "at most 31",
    ),
    "a field that is missing for all": (
        {"workloads": f"  w: {{for_each_tenant: all, {_HIS.replace('level: 2, ', '')}}}\n"},
        "w: {for",
        "level is missing (and 1 more: workloads.county-w)",
        "add level",
    ),
    "an id that stands already": (
        {"workloads": f"  group-w: {{{_HIS}}}\n  w: {{for_each_tenant: all, {_HIS}}}\n"},
        "  w: {",
        "w of tenant group comes to group-w, which region.yaml:",
        "another identifier",
    ),
    "overrides of one": (
        {"workloads": f"  w: {{overrides: {{county: {{level: 3}}}}, {_HIS}}}\n"},
        "overrides",
        "overrides goes with for_each_tenant only",
        "write the values in the workload itself",
    ),
    "overrides of another": (
        {"workloads": f"  w: {{for_each_tenant: [group], overrides: {{county: {{level: 3}}}}, {_HIS}}}\n"},
        "county: {level: 3",
        "for_each_tenant has no county",
        "write one of group",
    ),
    "a name that stands for several": (
        {"workloads": f"  w: {{for_each_tenant: all, {_HIS}}}\n  v: {{callers: [w], {_HIS}}}\n"},
        "w], kind",
        "there is one w a tenant, and this does not say which",
        "write one or more of group-w, county-w",
    ),
    "a name of another tenant's": (
        {
            "workloads": f"  w: {{for_each_tenant: [group], {_HIS}}}\n"
            f"  v: {{for_each_tenant: all, callers: [w], {_HIS}}}\n"
        },
        "w], kind",
        "tenant county has no w",
        "add county to for_each_tenant of w",
    ),
    "for each tenant where there is one of it": (
        {"pools": "  w: {for_each_tenant: all}\n"},
        "for_each_tenant",
        "unknown key for_each_tenant",
        "remove it, or use one of",
    ),
}


@pytest.mark.parametrize("name", _BAD)
def test_it_is_said_once_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    added, at, message, remedy = _BAD[name]
    text = _lines(**added)
    lay(tmp_path, text)
    monkeypatch.chdir(tmp_path)
    found = findings(Path("region.yaml"))
    if name == "for each tenant where there is one of it":
        found = tuple(each for each in found if "missing" not in each.message.en)
    assert [each for each in found if message not in each.message.en] == []
    assert len(found) == 1
    assert remedy in found[0].remedy.en
    line, column = found[0].place.line, found[0].place.column
    where = text.index(at, text.index(next(iter(added.values()))[:6]) if "\n" in at else 0)
    assert text.count("\n", 0, where) + 1 == line, found[0]
    assert text.splitlines()[line - 1][column - 1 :].startswith((at.lstrip().split(": ")[-1], at.lstrip()))


_INCLUDED = {
    "nothing of that name": ("none.yaml", "there is no file none.yaml"),
    "nothing that matches": ("none/*.yaml", "no file matches none/*.yaml"),
    "a pattern of folders in folders": ("**/*.yaml", "no file matches **/*.yaml"),
    "itself": ("region.yaml", "the file includes itself"),
    "itself by another way": ("./region.yaml", "the file includes itself"),
    "itself by a link": ("link.yaml", "the file includes itself"),
    "a folder": ("parts/", "parts is a folder"),
    "above": ("../other.yaml", "is outside the folder"),
    "above, from below": ("parts/../../other.yaml", "is outside the folder"),
    "from the root": ("/etc/passwd", "is outside the folder"),
    "above by a link": ("out.yaml", "is outside the folder"),
    "above by a pattern of links": ("out.y*", "no file matches out.y*"),
    "a ring of links": ("ring.yaml", "there is no file ring.yaml"),
    "a way of another system": ("parts\\a.yaml", "is outside the folder"),
    "no name": ("", "a list of files is expected"),
    "a name with an end of line": ("a\nb", "a list of files is expected"),
    "a name that no system has": ("a" * 5000, "there is no file aaa"),
    "a number": (3, "a list of files is expected"),
}


@pytest.mark.parametrize("name", _INCLUDED)
def test_what_cannot_be_included_is_said_at_the_line_that_names_it(tmp_path: Path, name: str) -> None:
    path, message = _INCLUDED[name]
    folder = tmp_path / "region"
    folder.mkdir()
    (tmp_path / "other.yaml").write_text("workloads: {}\n")
    file = lay(folder, {"include": ["parts/good.yaml", path], **sample()}, parts_good={"x-a": 1})
    (folder / "link.yaml").symlink_to("region.yaml")
    (folder / "out.yaml").symlink_to("../other.yaml")
    (folder / "ring.yaml").symlink_to("ring.yaml")
    (found,) = findings(file)
    assert message in found.message.en
    assert (found.place.line, found.place.path) == (1, "include[1]")


def test_include_must_be_a_list(tmp_path: Path) -> None:
    (found,) = findings(lay(tmp_path, {"include": "parts.yaml", **sample()}, parts={}))
    assert "a list of files is expected" in found.message.en


def test_an_included_file_includes_no_other(tmp_path: Path) -> None:
    file = lay(tmp_path, {**sample(), "include": ["a.yaml"]}, a="x-1: 1\ninclude: [b.yaml]\n", b={"x-a": 1})
    (found,) = findings(file)
    assert "includes no others" in found.message.en
    assert (found.place.file, found.place.line) == (str(tmp_path / "a.yaml"), 2)


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("x-1: 1\nworkloads:\n  his: {}\n", "workloads.his", 3),
        ("version: 1\n", "version", 1),
        ("x-1: 1\nstorage: {}\n", "storage", 2),
        ("defaults:\n  pools: {}\n", "defaults.pools", 2),
        ("templates:\n  pools:\n    a: {}\n", "templates.pools.a", 3),
    ],
)
def test_a_key_in_two_files_is_said_with_both_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, path: str, line: int
) -> None:
    whole: Data = {
        **sample(),
        "defaults": {"pools": {"ecc": True}},
        "templates": {"pools": {"a": {"ecc": True}}},
        "include": ["a.yaml"],
    }
    file = lay(tmp_path, whole, a=text)
    monkeypatch.chdir(tmp_path)
    (found,) = findings(Path(file.name))
    assert (found.place.file, found.place.line, found.place.path) == ("a.yaml", line, path)
    last = path.rsplit(".", maxsplit=1)[-1]
    first = next(n for n, row in enumerate(file.read_text().splitlines(), 1) if _begins(row, last, path))
    assert f"region.yaml:{first} has it already" in found.message.en
    assert f"keep either region.yaml:{first} or a.yaml:{line}" in found.remedy.en


def _begins(row: str, last: str, path: str) -> bool:
    within = {"defaults.pools": "  pools:", "templates.pools.a": "    a:"}.get(path)
    row_of_templates = "  pools: {ecc: true}" if path == "defaults.pools" else None
    return row.startswith(row_of_templates or within or f"{'  ' * path.count('.')}{last}:")


@pytest.mark.parametrize("text", ["", "- a\n", "word\n"])
def test_an_included_file_is_a_mapping(tmp_path: Path, text: str) -> None:
    (found,) = findings(lay(tmp_path, {**sample(), "include": ["a.yaml"]}, a=text))
    assert "keys with values are expected" in found.message.en
    assert (found.place.file, found.place.line) == (str(tmp_path / "a.yaml"), 1)


@pytest.mark.parametrize(("content", "line"), [(b"a: 1\nb: [\n", 3), (b"a: 1\nb: \xff\n", 2), (b"\x00", 1)])
def test_an_included_file_that_cannot_be_read_names_itself(tmp_path: Path, content: bytes, line: int) -> None:
    file = lay(tmp_path, {**sample(), "include": ["a.yaml"]})
    (tmp_path / "a.yaml").write_bytes(content)
    with pytest.raises(RegionUnreadable) as caught:
        load(file)
    (found,) = caught.value.findings
    assert (found.place.file, found.place.line) == (str(tmp_path / "a.yaml"), line)


def test_what_is_wrong_in_an_included_file_is_said_in_it(tmp_path: Path) -> None:
    whole = sample()
    whole["pools"].pop("edge")
    part = "pools:\n  edge:\n    isa: mips\n    hosts: yes\n"
    file = lay(tmp_path, {**whole, "include": ["a.yaml"]}, a=part)
    found = findings(file)
    assert {each.place.file for each in found} == {str(tmp_path / "a.yaml")}
    lines = {each.place.path: each.place.line for each in found}
    assert lines["pools.edge.isa"] == 3
    assert lines["pools.edge.hosts"] == 4
    assert lines["pools.edge.centres"] == 2
    assert [each.place.line for each in found] == sorted(each.place.line for each in found)


def test_a_text_in_no_folder_includes_nothing() -> None:
    with pytest.raises(RegionError) as caught:
        parse(dumped({**sample(), "include": ["a.yaml"]}), "text")
    assert "lies in no folder" in str(caught.value)


def test_one_wrong_value_of_a_template_is_one_finding_that_names_who_uses_it(tmp_path: Path) -> None:
    data = sample()
    his = data["workloads"]["his"]
    text = dumped(
        {**data, "tenants": {f"h{n}": {"name": f"H{n}"} for n in range(1, 8)}, "workloads": {}}
    ).replace("workloads: {}\n", "")
    text += "templates:\n  workloads:\n    core: {level: 4, pool: core, port: 80}\n"
    text += f"workloads:\n  his: {{use: core, kind: his, size: {his['size']}, for_each_tenant: all}}\n"
    text += f"  emr: {{use: core, kind: emr, size: {his['size']}, tenant: h1}}\n"
    (found,) = findings(lay(tmp_path, text.replace("'", "")))
    assert text.splitlines()[found.place.line - 1].startswith("    core: ")
    assert found.place.path == "workloads.h1-his.port"
    assert "(and 7 more: workloads.h2-his, workloads.h3-his, workloads.h4-his …)" in found.message.en
    assert "（另有 7 处：" in found.message.zh


def test_templates_upon_templates_have_an_end(tmp_path: Path) -> None:
    chain = {f"t{n}": {"use": f"t{n + 1}"} for n in range(3000)}
    file = lay(
        tmp_path, {**sample(), "templates": {"sites": {**chain, "t3000": {}}}, "sites": {"s": {"use": "t0"}}}
    )
    said = [each for each in findings(file) if "20" in each.message.en]
    assert "more than 20 templates use one another" in said[0].message.en


def test_far_too_much_is_refused_before_it_is_made(tmp_path: Path) -> None:
    tenants = {f"t{n}": {"name": "x"} for n in range(2000)}
    workloads = {f"w{n}": {"for_each_tenant": "all", "level": 1} for n in range(2000)}
    file = lay(tmp_path, {**sample(), "tenants": tenants, "workloads": workloads})
    with pytest.raises(RegionUnreadable, match="once it is written out"):
        load(file)
