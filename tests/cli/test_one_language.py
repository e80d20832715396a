"""Every command says what it says in one language when it is asked to: help, results, refusals."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from medcloud.cli import main
from medcloud.text import speak
from tests.cli.test_commands import PROGRAM, ROOT
from tests.crypto.people import TODAY, People, trust_folder
from tests.waivers.test_load import text as waivers_text

CHINESE = re.compile(r"[\u3400-\u9fff\uff00-\uffef]+")
ON = ("--on", str(TODAY))
KEY = ("--key", "officer.key", "--cert", "officer.pem")
ADD = (
    *("--document", "machine-room", "--scope", "site", "--thing", "shiqiao"),
    *("--issuer", "lab", "--number", "7", "--date", "2026-11-01"),
)
EVIDENCE = ("region.yaml", "--folder", "evidence")
HOST = ("-i", "hosts.json")
ALONE = ("harden audit", "harden plan", "harden apply", "harden restore")
"""Commands that would patch this process's sockets."""
CASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "check": (("region.yaml",), ("bad.yaml",), ("none.yaml",), ("broken.yaml",)),
    "coverage": ((), ("7.2.1-a",), ("9.9-z",), ("--html", "page.html"), ("--html", "x", "--json")),
    "diff": (
        ("region.yaml", "other.yaml"),
        ("region.yaml", "other.yaml", "--markdown"),
        ("region.yaml", "region.yaml"),
        ("region.yaml",),
        ("region.yaml", "bad.yaml"),
        ("none.yaml", "region.yaml"),
        ("region.yaml", "other.yaml", "--to", "x"),
    ),
    "doctor": ((),),
    "drift": (("--stack", "s", "-C", "."),),
    "evidence add": ((*EVIDENCE, "region.yaml", *ADD), (*EVIDENCE, "empty.pdf", *ADD)),
    "evidence due": ((*EVIDENCE, *ON), (*EVIDENCE, *ON, "--strict"), ("bad.yaml", *ON)),
    "evidence list": ((*EVIDENCE, *ON), ("bad.yaml", *ON)),
    "evidence sign": ((*EVIDENCE, *KEY, *ON), (*EVIDENCE, "bad.yaml", *KEY, *ON)),
    "evidence verify": ((*EVIDENCE, *ON),),
    "harden apply": ((*HOST, "--control", "ssh-tries", "--yes"), ("-i", "bad.json")),
    "harden audit": ((*HOST, "--control", "ssh-tries"), (*HOST, "--control", "nope")),
    "harden clauses": ((), ("--open",)),
    "harden controls": ((), ("ssh-tries",), ("nope",), ("--grep", "zzz")),
    "harden plan": (
        (*HOST, "--host", "x"),
        (*HOST, "--parameter", "a"),
        (*HOST, "--parameter", "lockout.failures=99"),
    ),
    "harden report": (("bad.yaml", "--json"), ("hosts.json", "--json"), ("hosts.json",)),
    "harden restore": ((*HOST, "--yes"), ("-i", "bad.json", "--yes")),
    "ledger append": (("kind",),),
    "ledger head": (("--folder", "evidence/ledger", *KEY),),
    "ledger prove": (("--folder", "none", "7"),),
    "ledger verify": (("--folder", "evidence/ledger", "--trust", "evidence/trust", *ON),),
    "lock import": (("region.yaml", "none.lock.yaml"), ("none.yaml", "region.lock.yaml")),
    "lock resolve": (("region.yaml",), ("none.yaml",)),
    "new": (("new.yaml", "--yes"), ("region.yaml", "--yes"), ("x.yaml", "--yes", "--domain", "x")),
    "plan": (
        ("region.yaml",),
        ("region.yaml", "--write"),
        ("region.yaml", "--summary"),
        ("region.yaml", "--tenant", "county"),
        ("region.yaml", "--tenant", "nobody"),
        ("bad.yaml",),
    ),
    "policy config": (),  # JSON alone
    "policy settings": (),  # JSON alone
    "policy explain": (("volume-encrypted",), ("nope",), ("7.2.1-a",)),
    "policy list": ((), ("--item", "9.9-z"), ("--grep", "zzz")),
    "recover": (("--stack", "s", "-C", "."),),
    "review": (
        (),
        ("none.yaml",),
        ("bad.yaml",),
        ("--stack", "s", "region.yaml"),
        ("region.yaml", "--base", "x"),
    ),
    "schema": (),  # JSON alone
    "waiver check": (("waivers.yaml", "--trust", "evidence/trust", *ON),),
    "waiver sign": (("waivers.yaml", *KEY, *ON), ("lax.yaml", *KEY, *ON)),
}


def other(region: str) -> str:
    """A change of every kind that the sample has."""
    for old, new in (
        ("os: kylin-v10, hosts", "os: openeuler-22.03-lts, hosts"),
        ("  kylin-v10: {file", "  openeuler-22.03-lts: {file"),
        ("zone: e1", "zone: e2"),
        ("callers: [portal, lis, pacs]", "callers: [portal, intranet]"),
        ("password_days: 90", "password_days: 60"),
        ("retention_years: 30", "retention_years: 40"),
        ("owner: panyu-health", "owner: others"),
        ("ipv4: 10.64.0.0/12", "ipv4: 10.128.0.0/12"),
        ("data_gib: 100}", "data_gib: 90}"),
        ("tenant: county, size: {instances: 1, vcpus: 8", "tenant: county, size: {instances: 1, vcpus: 9"),
        ("  gateway: {kind: edge", "  ward: {kind: edge"),
        ("iops: 3000}", "iops: 300}"),
    ):
        assert old in region
        region = region.replace(old, new)
    return region


@pytest.fixture(autouse=True)
def both_afterwards() -> Iterator[None]:
    yield
    speak("both")


@pytest.fixture
def desk(tmp_path: Path, people: People, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with small inputs, good and bad; no engine is on PATH, for its words are its own."""
    sample = ROOT / "examples/panyu"
    region = (sample / "region.yaml").read_text("utf-8")
    (tmp_path / "region.yaml").write_text(region, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(region.replace("cores: 32", "cores: 31"), encoding="utf-8")
    (tmp_path / "other.yaml").write_text(other(region), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("version: 1\nregion: {}\nclouds: [3\n", encoding="utf-8")
    trust_folder(tmp_path / "evidence/trust", people.root, [people.crl])
    for name in ("parts.csv", "software.csv"):
        (tmp_path / "evidence" / name).write_bytes((sample / "evidence" / name).read_bytes())
    (tmp_path / "empty.pdf").touch()
    people.officer.write(tmp_path / "officer")
    (tmp_path / "waivers.yaml").write_bytes(waivers_text())
    (tmp_path / "lax.yaml").write_bytes(waivers_text(level="5", until="2036-12-31"))
    row = {"name": "web", "address": "127.0.0.1", "port": 1, "key": "/no/key"}
    (tmp_path / "hosts.json").write_text(json.dumps([row]), encoding="utf-8")
    (tmp_path / "bad.json").write_text(json.dumps([{**row, "port": 0, "level": "x", "hue": 1}]), "utf-8")
    (tmp_path / "Pulumi.yaml").write_text("name: x\nruntime: python\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from leaves(found, (*path, name))
        else:
            yield " ".join((*path, name)), found


def every(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[str]:
    ctx = click.Context(group)
    yield " ".join(path)
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        if isinstance(found, click.Group):
            yield from every(found, (*path, name))
        else:
            yield " ".join((*path, name))


def said(command: str, words: tuple[str, ...], language: str) -> str:
    """What a command prints on both streams."""
    line = ["--lang", language, *command.split(), *words]
    if command in ALONE:
        env = {**os.environ, "PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([*PROGRAM, *line], capture_output=True, text=True, check=False, env=env)
        return done.stdout + done.stderr
    return CliRunner().invoke(main, line, input="x").output


def test_every_command_has_a_case() -> None:
    assert sorted(name for name, _ in leaves(main)) == sorted(CASES)


@pytest.mark.parametrize("name", list(every(main)))
def test_help(name: str) -> None:
    english = said(name, ("--help",), "en")
    assert not CHINESE.findall(english)
    chinese = said(name, ("--help",), "zh").splitlines()
    assert CHINESE.search("".join(chinese[:6])), "what the command is for"
    ours = ("--lang ", "--yes ", "--version ", "--stack ")
    assert all(CHINESE.search(line) for line in chinese if line.strip().startswith(ours))


@pytest.mark.parametrize("name", [name for name, cases in CASES.items() if cases])
def test_what_it_says(desk: Path, name: str) -> None:
    for words in CASES[name]:
        names = "".join(path.read_text("utf-8", "replace") for path in desk.rglob("*") if path.is_file())
        english = said(name, words, "en")
        assert "Traceback" not in english and "internal error" not in english
        strange = [found for found in CHINESE.findall(english) if found not in names]
        assert strange == [], f"medcloud {name} {' '.join(words)}: {english}"
        assert english.strip(), f"medcloud {name} {' '.join(words)} says nothing"
        assert CHINESE.search(said(name, words, "zh")), f"medcloud {name} {' '.join(words)}"


def test_what_is_asked_for_by_the_environment_holds_from_the_first_word(desk: Path) -> None:
    """Whatever is said before an option is read, and by programs that have no such option."""
    code = "from medcloud.text import Text; print(Text('好', 'good'))"
    for language, word in (("zh", "好\n"), ("en", "good\n"), ("both", "好 / good\n"), ("xx", "好 / good\n")):
        env = {**os.environ, "MEDCLOUD_LANG": language}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True
        )
        assert done.stdout == word
