"""`medcloud review --base`: the diff first, and nothing destroyed or opened that nobody answers for."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from medcloud.diff import About, Change, judge
from medcloud.region_files import read_confirmed
from medcloud.review.render.as_json import schema
from medcloud.review.render.markdown import LIMIT, markdown
from medcloud.review.shapes import Effects
from medcloud.text import Text, speak
from tests.diff.regions import GATEWAY
from tests.region_files.desk import git, region_file
from tests.review.logs import end, region

LOST = "lost:gateway@e1"
OPENED = "opened:intranet[10.0.0.0/8,172.16.0.0/12,192.168.0.0/16]->his:tcp/8443"
CALLERS = ("callers: [portal, lis, pacs]", "callers: [portal, lis, pacs, intranet]")
HEAD = "medcloud: confirmations/1\nconfirm:\n"


@pytest.fixture(autouse=True)
def both_afterwards() -> Iterator[None]:
    yield
    speak("both")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch whose region loses a workload and opens HIS to the intranet; main is where it left."""
    file = region_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.json").write_text(
        json.dumps({"sequence": 0, "timestamp": 0, **end()}) + "\n", "utf-8"
    )
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "first")
    git(tmp_path, "checkout", "-qb", "change")
    text = file.read_text("utf-8").replace(GATEWAY + "\n", "")
    file.write_text(text.replace(*CALLERS), "utf-8")
    return file


def commit(folder: Path, what: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", what)


def entry(change: str, reason: str = "meant", by: str = "li") -> str:
    return f"- {{change: {json.dumps(change)}, reason: {json.dumps(reason)}, by: {by}}}\n"


def confirm(file: Path, *lines: str) -> None:
    file.with_name("region.confirm.yaml").write_text(HEAD + "".join(lines), "utf-8")


def run(*words: str, base: str = "main", lang: str = "en") -> Result:
    line = ["review", "region.yaml", "--events", "events.json", "--base", base, "--lang", lang, *words]
    return CliRunner().invoke(main, line)


def found(*words: str, base: str = "main") -> Any:
    done = run("--json", "review.json", *words, base=base)
    assert done.exit_code in (0, 1), done.output
    data = json.loads(Path("review.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert data["exit"] == done.exit_code
    return data


def said(data: Any) -> list[tuple[str, bool]]:
    return [(f["name"], f["blocking"]) for f in data["findings"]]


def test_what_nobody_confirmed_fails_and_the_remedy_is_the_text_to_write(desk: Path) -> None:
    data = found()
    assert said(data) == [(OPENED, True), (LOST, True)]
    assert [c["id"] for c in data["effects"]["changes"]][:2] == [OPENED, LOST]
    lines = [f["remedy"]["en"].partition("why and who: ")[2] for f in data["findings"]]
    filled = [line.replace('reason: ""', "reason: meant").replace('by: ""', "by: li") for line in lines]
    confirm(desk, *(f"{line}\n" for line in filled))
    again = found()
    assert (again["exit"], said(again)) == (0, [])
    assert [c["confirmed"] for c in again["effects"]["changes"]][:3] == [True, True, False]


def test_the_text_to_write_is_refused_until_it_is_filled_in(desk: Path) -> None:
    text = run().stdout.partition("```yaml\n")[2].partition("```")[0]
    file = desk.with_name("region.confirm.yaml")
    file.write_text(text, "utf-8")
    data = found()
    assert {(f["file"], f["line"]) for f in data["findings"]} >= {
        ("region.confirm.yaml", 3),
        ("region.confirm.yaml", 4),
    }
    file.write_text(text.replace('reason: ""', "reason: meant").replace('by: ""', "by: li"), "utf-8")
    assert found()["exit"] == 0
    assert {each.change for each in read_confirmed(file)} == {OPENED, LOST}


def test_what_a_new_hospital_opens_is_confirmed_by_its_name(desk: Path) -> None:
    """Its flows to and from all others in one line, or each by itself; nothing else with them."""
    text = git(desk.parent, "show", "main:region.yaml").stdout
    emr = "port: 8443, callers: [his, pacs, ai]"
    size = "{instances: 2, vcpus: 4, memory_gib: 16, data_gib: 50}"
    his = f"kind: his, level: 4, pool: core, tenant: h9, size: {size}, port: 8443, callers: [pacs]"
    edits = [
        ("\ncentres:\n", "\n  h9: {name: 第九医院}\ncentres:\n"),
        ("\n  his: {", f"\n  h9-his: {{{his}}}\n  his: {{"),
        (emr, emr.replace("]", ", h9-his]")),
        CALLERS,
    ]
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    desk.write_text(text, "utf-8")
    data = found()
    assert sorted(said(data)) == sorted([(OPENED, True), ("opened:tenants/h9", True)])
    (words,) = [f["what"]["en"] for f in data["findings"] if f["name"] == "opened:tenants/h9"]
    assert "tenants/h9 is new and opens 2 flows" in words and "emr" in words
    assert run().stdout.partition("```yaml\n")[2].partition("```")[0].count("- {change") == 2
    confirm(desk, entry("opened:tenants/h9"))
    assert said(found()) == [(OPENED, True)]
    confirm(desk, entry("opened:h9-his->emr:tcp/8443"), entry(OPENED))
    assert said(found()) == [("opened:tenants/h9", True)]
    confirm(desk, entry("opened:h9-his->emr:tcp/8443"), entry("opened:pacs->h9-his:tcp/8443"), entry(OPENED))
    assert found()["exit"] == 0


def test_another_range_is_not_what_was_confirmed(desk: Path) -> None:
    confirm(desk, entry(LOST), entry("opened:intranet[10.0.0.0/8]->his:tcp/8443"))
    data = found()
    assert said(data) == [(OPENED, True), ("opened:intranet[10.0.0.0/8]->his:tcp/8443", False)]


def test_a_confirmation_of_before_counts_no_more_and_is_named(desk: Path) -> None:
    git(desk.parent, "checkout", "-q", "main", "--", "region.yaml")
    git(desk.parent, "checkout", "-q", "main")
    confirm(desk, entry(LOST), entry(OPENED))
    commit(desk.parent, "confirmed for another change")
    text = desk.read_text("utf-8").replace(GATEWAY + "\n", "")
    desk.write_text(text.replace(*CALLERS), "utf-8")
    assert sorted(said(found())) == sorted([(OPENED, True), (LOST, True), (OPENED, False), (LOST, False)])
    confirm(desk, entry(LOST, "this time too"), entry(OPENED, by="wang"))
    assert found()["exit"] == 0


def test_a_stale_confirmation_is_named_with_its_line_and_fails_nothing(desk: Path) -> None:
    confirm(desk, entry(LOST), entry("lost:his@c1"), entry(OPENED))
    data = found()
    (stale,) = data["findings"]
    assert (stale["name"], stale["file"], stale["line"], data["exit"]) == (
        "lost:his@c1",
        "region.confirm.yaml",
        4,
        0,
    )
    assert "lost:his@c1" in run().stdout


def test_a_base_is_where_the_branch_left_it(desk: Path) -> None:
    """What main got since is not this change's doing."""
    confirm(desk, entry(LOST), entry(OPENED))
    commit(desk.parent, "change")
    git(desk.parent, "checkout", "-q", "main")
    desk.write_text(desk.read_text("utf-8").replace("owner: panyu-health", "owner: others"), "utf-8")
    commit(desk.parent, "another")
    git(desk.parent, "checkout", "-q", "change")
    assert "renamed:region.owner" not in [c["id"] for c in found()["effects"]["changes"]]


def test_a_file_may_be_the_base(desk: Path) -> None:
    desk.with_name("old.yaml").write_text(git(desk.parent, "show", "main:region.yaml").stdout, "utf-8")
    assert said(found(base="old.yaml")) == [(OPENED, True), (LOST, True)]


def test_a_new_region_has_nothing_to_confirm(desk: Path) -> None:
    git(desk.parent, "rm", "-q", "--cached", "region.yaml")
    git(desk.parent, "commit", "-qm", "no region")
    data = found(base="HEAD")
    assert (data["effects"], data["exit"]) == (None, 0)


def test_every_form_tells_the_change_first(desk: Path) -> None:
    words = [w for form in ("markdown", "sarif", "junit", "html") for w in (f"--{form}", f"out/{form}")]
    done = run(*words)
    assert done.exit_code == 1 and "2 not confirmed" in done.stderr
    text = (desk.parent / "out/markdown").read_text("utf-8")
    assert text.index("What this change does") < text.index(OPENED) < text.index("**Refused")
    page = (desk.parent / "out/html").read_text("utf-8")
    assert page.index('id="effects"') < page.index('id="refused"')
    assert LOST in page
    case = ET.parse(desk.parent / "out/junit").find(".//testcase[@name='change-confirmed']/failure")  # noqa: S314 - our own
    assert case is not None and case.text and LOST in case.text
    rules = json.loads((desk.parent / "out/sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in rules] == ["change-confirmed"] * 2


@pytest.mark.parametrize(
    ("base", "says"), [("nope", "git knows no revision nope"), ("--help", "git knows no revision --help")]
)
def test_a_base_that_is_none_ends_in_words(desk: Path, base: str, says: str) -> None:
    done = run(base=base)
    assert (done.exit_code, says in done.output) == (2, True), done.output


def test_a_bad_base_names_its_revision_and_line(desk: Path) -> None:
    text = desk.read_text("utf-8")
    desk.write_text(text.replace("kind: his, level: 4", "kind: his, level: 9"), "utf-8")
    commit(desk.parent, "bad")
    desk.write_text(text, "utf-8")
    done = run(base="HEAD")
    assert (done.exit_code, "workloads.his.level" in done.output) == (2, True), done.output


def test_a_base_needs_a_region_file(desk: Path) -> None:
    done = CliRunner().invoke(main, ["review", "--events", "events.json", "--base", "main", "--lang", "en"])
    assert (done.exit_code, "name one" in done.output) == (2, True)


def test_a_long_diff_leaves_room_for_what_is_refused() -> None:
    plan, refused = region().plan, region().findings[0]
    assert plan is not None
    many = tuple(
        Change("lost", "high", f"lost:w{n}@c1", Text("数据" * 40, "data " * 40), About(f"w{n}", f"t{n % 30}"))
        for n in range(3_000)
    )
    told = Effects("main", plan, many, judge(many, ()))
    text = markdown(replace(region(), effects=told))
    assert len(text) <= LIMIT
    assert refused.name in text and "medcloud diff" in text
    assert text.count("<details>") == text.count("</details>")
    assert text.count("```") % 2 == 0
