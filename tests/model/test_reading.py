"""Bytes and YAML: whatever is given, the answer names the place and the remedy."""

import os
import time
from pathlib import Path

import pytest

from medcloud.model import RegionRefused, RegionUnreadable, load, parse
from tests.model.sample import SAMPLE, changed, findings


def _unreadable(content: bytes, folder: Path) -> tuple[int, str]:
    file = folder / "region.yaml"
    file.write_bytes(content)
    with pytest.raises(RegionUnreadable) as caught:
        load(file)
    (finding,) = caught.value.findings
    return finding.place.line, finding.message.en


def test_the_sample_loads_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode())
    assert load(file) == load("examples/panyu/region.yaml")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (SAMPLE.encode("utf-16"), 1, "is not UTF-8 (UTF-16)"),
        (SAMPLE.encode("gbk"), 6, "is not UTF-8 (maybe GBK)"),
        (b"version: 1\nregion: \xff\n", 2, "is not UTF-8 (maybe GBK)"),
        (b"version: 1\n\nx: \x00\n", 3, "has a NUL byte, so it is not text"),
        (b"a" * (9 << 20), 1, "is larger than 8 MiB"),
        (
            b"version: 1\nregion:\n\tid: x\n",
            3,
            "is not valid YAML: a tab",
        ),
        (b"a: *b\n", 1, "alias *b is not defined before it, or is within itself"),
        (b"a: &a [*a]\n", 1, "alias *a is not defined before it, or is within itself"),
        (b"a: " + b"[" * 30 + b"]" * 30, 1, "is nested too deeply"),
    ],
)
def test_what_cannot_be_read(content: bytes, line: int, message: str, tmp_path: Path) -> None:
    assert _unreadable(content, tmp_path) == (line, message)


def test_a_bomb_and_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 60)]
    big = tmp_path / "big.yaml"
    with big.open("wb") as stream:
        stream.truncate(50 << 20)
    start = time.monotonic()
    assert "aliases" in _unreadable("\n".join(rows).encode(), tmp_path)[1]
    with pytest.raises(RegionUnreadable):
        load(big)
    assert time.monotonic() - start < 60  # spelled out, the bomb never ends


def test_things_that_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "none", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(RegionUnreadable) as caught:
            load(path)
        assert caught.value.findings[0].remedy.zh


@pytest.mark.parametrize("text", ["", "\n", "# x\n", "---\n", "[]", "null", "42", "text"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(RegionRefused):
        parse(text, "x")


@pytest.mark.parametrize(
    "value",
    [
        "yes",
        "No",
        "on",
        "TRUE",
        "0777",
        "0o17",
        "0x1F",
        "1_000",
        "09:30",
        "1:2:3",
        "1e3",
        ".inf",
        "2026-01-28",
    ],
)
def test_scalars_that_yaml_versions_read_differently_are_not_guessed_at(value: str) -> None:
    text = SAMPLE.replace("password_days: 90", f"password_days: {value}")
    assert text != SAMPLE
    (finding,) = findings(text)
    assert (finding.place.path, finding.place.line) == ("identity.password_days", 13)
    assert "ambiguous" in finding.message.en
    quoted = SAMPLE.replace("name: 市桥院区", f'name: "{value}"')
    assert findings(quoted) == ()


@pytest.mark.parametrize("value", ['"90"', "90.0", "true", "null", "[90]", "{a: 90}", "99999999999999999999"])
def test_nothing_is_converted_to_a_number(value: str) -> None:
    (finding,) = findings(SAMPLE.replace("password_days: 90", f"password_days: {value}"))
    assert finding.place.path == "identity.password_days"
    assert "whole number" in finding.remedy.en


def test_repeated_keys_name_both_lines() -> None:
    (finding,) = findings(SAMPLE + "identity: {}\n")
    assert "line 13" in finding.message.en
    assert f"line {SAMPLE.count(chr(10)) + 1}" in finding.remedy.en


def test_keys_that_are_no_text() -> None:
    paths = {finding.place.path for finding in findings(SAMPLE + "7: x\ntrue: x\n? [a]\n: x\n")}
    assert paths == {"7", "true", "?"}


def test_merge_keys_and_documents_and_tags() -> None:
    assert "merge keys" in findings(SAMPLE + "<<: {}\n")[0].message.en
    assert "document" in findings(SAMPLE + "---\na: 1\n")[0].message.en
    assert "tag" in findings(SAMPLE.replace("version: 1", "version: !!python/name:os.system 1"))[0].message.en


def test_a_whole_value_may_be_an_alias() -> None:
    size = "{instances: 2, vcpus: 8, memory_gib: 32, data_gib: 200}"
    text = SAMPLE.replace(size, "&big " + size, 1).replace(f"core, size: {size}", "core, size: *big", 1)
    assert "*big" in text
    assert parse(text, "x").workloads["emr"].size == parse(SAMPLE, "x").workloads["emr"].size


def test_messages_cannot_drive_a_terminal() -> None:
    text = changed("sites/x", {"name": "\x1b[2J\u202e", "city": "\x1b]0;x\x07"})
    assert len(findings(text)) == 2
    for finding in findings(text):
        assert all(line.isprintable() for line in finding.text)


def test_places() -> None:
    text = (
        SAMPLE.replace("cores: 32", "cores: 31")
        .replace("level: 1, pool", "level: 7, pool")
        .replace("ipv4:", "ipv5:")
    )
    for finding in findings(text):
        line = text.splitlines()[finding.place.line - 1]
        wrong = {"cores": "31", "level": "7", "ipv5": "ipv5"}[finding.place.path.split(".")[-1]]
        assert line[finding.place.column - 1 :].startswith(wrong)
    assert len(findings(text)) == 3
