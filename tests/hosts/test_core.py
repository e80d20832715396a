"""What every control rests on."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medcloud.hosts import catalogue, pam
from medcloud.hosts import lines as text
from medcloud.hosts.apply.bundle import rows
from medcloud.hosts.choose import choose, parameters
from medcloud.hosts.clauses import clauses, met_by
from medcloud.hosts.errors import HardenError, HostFailed, Refused
from medcloud.hosts.inventory import groups, read_hosts
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.report.data import data
from medcloud.hosts.report.html import html
from medcloud.hosts.report.sarif import sarif
from medcloud.hosts.result import HostReport, Result, Status
from medcloud.hosts.state import parse, script
from medcloud.hosts.state.script import MARK
from medcloud.hosts.systems import recognise, systems
from medcloud.standard import item
from medcloud.waivers import NONE
from tests.hosts.states import state


@given(st.binary(max_size=200).filter(lambda b: b"\x00" not in b))
def test_lines_come_back_to_the_byte(content: bytes) -> None:
    assert text.join(text.split(content, "x")) == content


def test_utf16_is_refused_with_its_place() -> None:
    with pytest.raises(Refused, match="/etc/x"):
        text.split("Port 22".encode("utf-16"), "/etc/x")


def test_a_new_line_ends_as_the_file_does() -> None:
    assert text.join(text.append(text.split(b"a\r\nb", "x"), ["c"])) == b"a\r\nb\r\nc\r\n"[:3] + b"b\nc\n"
    assert text.join(text.append(text.split(b"a\r\nb\r\n", "x"), ["c"])) == b"a\r\nb\r\nc\r\n"


def test_a_jump_over_an_include_is_refused() -> None:
    lines = text.split(
        b"auth [success=2 default=ignore] pam_a.so\nauth include x\nauth required pam_b.so\n", "f"
    )
    with pytest.raises(Refused, match="include"):
        pam.insert(lines, "f", 1, pam.PamLine("auth", "required", "pam_c.so"))


def test_a_jump_that_ends_before_the_new_line_stays() -> None:
    lines = text.split(b"auth [success=1] pam_a.so\nauth required pam_b.so\nauth required pam_c.so\n", "f")
    made = pam.insert(lines, "f", 3, pam.PamLine("auth", "required", "pam_d.so"))
    assert made[0].text == "auth [success=1] pam_a.so"


def test_the_script_only_reads() -> None:
    """That it changes nothing on a host is shown on hosts, by digest; this names the probe at once."""
    made = script(*catalogue.reads())
    assert not re.findall(
        r"\b(?:rm|mv|cp|tee|touch|mkdir|mktemp|chmod|chown|sed -i|systemctl (?!list|is))\b ", made
    )
    targets = re.findall(r"(?<![0-9&-])[12]?>{1,2}\s*(/\S+)", made)
    assert targets and {target.rstrip(")") for target in targets} == {"/dev/null"}
    assert "/etc/shadow" not in catalogue.reads()[0]


CUT = base64.b64encode(gzip.compress(b"@@ x\n", mtime=0)).decode()[:20]  # an id alike in every worker


@pytest.mark.parametrize("printed", ["", "not base64!", CUT])
def test_output_that_is_cut_short_fails_the_host(printed: str) -> None:
    with pytest.raises(HostFailed):
        parse(printed)


def test_no_hash_is_ever_read() -> None:
    probe = (Path(catalogue.__file__).parent / "state/probes/accounts.sh").read_text("utf-8")
    assert "kind = part[2]" in probe and "print $2" not in probe


def test_what_the_login_prints_first_is_passed_over() -> None:
    body = base64.b64encode(gzip.compress(b"@@ files\n@@= files 0\n@@ rights\n@@= rights 0\n")).decode()
    with pytest.raises(HostFailed, match="tar"):  # it got as far as the archive
        parse(f"欢迎 Welcome\n{MARK}\n{body}")


@pytest.mark.parametrize(
    "fields", [{}, {"ID": "debian", "VERSION_ID": "12"}, {"ID": "openEuler", "VERSION_ID": "25.03"}]
)
def test_other_systems_are_unknown(fields: dict[str, str]) -> None:
    assert recognise(fields) is None


def test_case_of_os_release_does_not_matter() -> None:
    found = recognise({"ID": "UOS", "NAME": "UnionTech OS Server 20", "VERSION_CODENAME": "fou"})
    assert found is not None and found.id == "uos-server-20-deb"


def test_systems_name_the_same_roles() -> None:
    shapes = {
        (tuple(s.services), tuple(s.packages), tuple(s.paths), tuple(s.pam)) for s in systems().values()
    }
    assert len(shapes) == 1


@pytest.mark.parametrize("id_", sorted(catalogue.controls()))
def test_a_control_names_clauses_and_items_that_there_are(id_: str) -> None:
    control = catalogue.control(id_)
    assert control.clauses and set(control.clauses) <= set(clauses())
    assert control.items and all("host" in item(i).met_by for i in control.items)


def test_each_clause_has_controls_or_evidence_or_is_open() -> None:
    found = met_by()
    assert found["8.1.4.1-b"] and set(found) == set(clauses())


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ("password-age.days=91", "豁免"),
        ("lockout.seconds=60", "≥1800"),
        ("lockout.failures=0", "3.."),
        ("lockout.days=1", "failures"),
        ("nothing.days=1", "no such control"),
        ("password-age.days=soon", "control.parameter=number"),
    ],
)
def test_parameters_that_are_refused(given_: str, words: str) -> None:
    with pytest.raises(HardenError, match=words):
        parameters([given_], NONE, ["a"])


def test_a_stricter_parameter_is_taken() -> None:
    assert parameters(["password-age.days=30"], NONE, ["a"]) == {"password-age": {"days": 30}}


def test_choosing() -> None:
    assert {c.family for c in choose(families=["ssh"])} == {"ssh"}
    assert [c.id for c in choose(ids=["umask"])] == ["umask"]
    assert all(c.severity == "critical" for c in choose(severity="critical"))
    with pytest.raises(HardenError, match="no control"):
        choose(ids=["umask"], severity="critical")


@pytest.mark.parametrize(
    ("rows_", "words"),
    [
        ([], "names no host"),
        ([{"address": "10.0.0.1"}], "without a name"),
        ([{"name": "a"}], "a: 缺 address"),
        ([{"name": "a", "address": "x", "adress": "y"}], "adress"),
        ([{"name": "a", "address": "x"}, {"name": "a", "address": "y"}], "twice: a"),
        ([{"name": "a", "address": "x", "port": "22"}], "a: port"),
        ([{"name": "a", "address": "x", "port": 0}], r"a: port = 0: .*1\.\.65535"),
        ([{"name": "a", "address": "x", "level": 9}], r"a: level = 9: .*0\.\.5"),
        ([{"name": "a", "address": "x", "site": {"ntp": []}}], "site"),
    ],
)
def test_inventories_that_are_refused(tmp_path: Path, rows_: list[dict[str, object]], words: str) -> None:
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps(rows_))
    with pytest.raises(HardenError, match=words):
        read_hosts(path)


def test_groups_come_out_of_a_stacks_hosts(tmp_path: Path) -> None:
    row = {"name": "a", "v4": "10.0.0.1", "v6": None, "centre": "main", "role": "main", "workload": "his"}
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps([{**row, "kind": "live", "level": 4, "isa": "arm64", "os": "kylin-v10"}]))
    found = read_hosts(path)
    assert found[0].site.level == 4
    assert set(groups(found)) == {
        "centre_main", "role_main", "workload_his", "isa_arm64", "system_kylin_v10", "level_4"
    }  # fmt: skip


def test_rights_join_the_content_of_the_same_file() -> None:
    overlay = Overlay(state({"files": {"/etc/a": "x\n"}, "rights": {"/etc/a": "f 644 root root"}}))
    overlay.write("/etc/a", b"y\n")
    overlay.set_rights("/etc/a", 0o600)
    overlay.keep("/etc/a")
    assert list(rows(overlay)) == ["F\t600\t-\t/etc/a"]


def test_a_path_with_a_tab_is_refused() -> None:
    with pytest.raises(Refused):
        Overlay(state({})).write("/etc/a\tb", b"")


def test_reports_say_what_failed_and_escape_it() -> None:
    control = catalogue.control("umask")
    reports = [
        HostReport("a", "anolis-8", results=(Result(control, Status.FAIL, ("<b>022</b>",)),)),
        HostReport("b", failed="no route"),
    ]
    report = data(reports)
    page, log = html(report), sarif(report)
    assert "&lt;b&gt;022" in page and "no route" in page
    run = log["runs"][0]
    assert run["results"][0]["level"] == "warning" and not run["invocations"][0]["executionSuccessful"]
    assert report["summary"]["fail"] == 1 and report["summary"]["failed"] == 1


def test_what_authselect_made_is_replaced_not_edited() -> None:
    made = {
        "/etc/pam.d/a": {"link": "/etc/authselect/a"},
        "/etc/authselect/a": "x\n",
        "/etc/b": {"link": "c"},
    }
    overlay = Overlay(state({"files": {**made, "/etc/c": "x\n"}}))
    overlay.write("/etc/pam.d/a", b"y\n")
    overlay.write("/etc/b", b"y\n")
    assert set(overlay.files) == {"/etc/pam.d/a", "/etc/c"}
