"""Probes run by this machine's shell over files that were spoiled by hand for years."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from medcloud.hosts.controls import catalogue
from medcloud.hosts.state import Asked, HostState, Section

PROBES = Path(catalogue.__file__).parents[1] / "state/probes"
HASH = "$6$salt$secret"
FILES = {
    "passwd": "root:x:0:0::/root:/bin/bash\n\n# added by hand\n#old:x:0:0::/:/bin/sh\nbroken:x:abc:\n"
    "-odd:x:9:9::/:/bin/sh\nplain:x:1000:1000::/home/plain:/bin/bash\n",
    "shadow": f"root:{HASH}:19000:0:99999:7:::\n-odd:{HASH}:19000:0:99999:7:::\nplain:*:19000:0:99999:7:::\n",
    "group": "root:x:0:\nwheel:x:\n",
    "gshadow": "root:*::\n",
}


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def probe(name: str, etc: Path) -> tuple[str, ...]:
    text = (PROBES / f"{name}.sh").read_text("utf-8").replace("/etc/", f"{etc}/")
    done = subprocess.run(["sh", "-c", text], capture_output=True, text=True, check=True)
    return tuple(done.stdout.replace(f"{etc}/", "/etc/").splitlines())


def test_accounts_are_those_that_libc_finds(etc: Path) -> None:
    state = HostState({"accounts": Section(probe("accounts", etc))}, {}, Asked())
    assert [account.name for account in state.accounts] == ["root", "plain"]


def test_odd_lines_are_named_by_place_and_no_hash_is_told(etc: Path) -> None:
    found = probe("account_lines", etc)
    assert "broken /etc/passwd:5" in found
    assert "broken /etc/group:2" in found
    assert "nis /etc/shadow:-odd" in found
    assert not [line for line in found if "$6$" in line or "#" in line]


@pytest.mark.parametrize(
    ("name", "tools"),
    [
        ("packages", ("dpkg-query", "rpm")),
        ("units", ("systemctl",)),
        ("network", ("ip",)),
        ("firewall", ("ss",)),
        ("homes", ("timeout",)),
    ],
)
def test_a_tool_that_does_not_answer_is_no_empty_answer(
    tmp_path: Path, name: str, tools: tuple[str, ...]
) -> None:
    """Else what was not found out would count as absent, and so as good."""
    for tool in tools:
        (tmp_path / tool).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / tool).chmod(0o755)
    home = "awk() { echo plain:/; }\n" if name == "homes" else ""
    text = home + (PROBES / f"{name}.sh").read_text("utf-8")
    path = f"{tmp_path}:/usr/sbin:/usr/bin:/sbin:/bin"
    done = subprocess.run(["sh", "-c", text], env={"PATH": path}, capture_output=True, check=False)
    assert done.returncode != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="只有 root 可以转让文件 / only root may give files away")
@pytest.mark.parametrize("getent", [0, 1])
def test_the_walk_names_what_nobody_owns(tmp_path: Path, getent: int) -> None:
    """Whether the account databases answer for root or not."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/getent").write_text(f"#!/bin/sh\nexit {getent}\n")
    (tmp_path / "bin/getent").chmod(0o755)
    for name, owner in (
        ("root", (0, 0)),
        ("user", (54321, 0)),
        ("group", (0, 54321)),
        ("both", (54321, 54321)),
    ):
        (tmp_path / name).touch(0o644)
        os.chown(tmp_path / name, *owner)
    (tmp_path / "open").touch()
    (tmp_path / "open").chmod(0o646)
    lines = (PROBES / "scan.sh").read_text("utf-8").splitlines(keepends=True)
    text = "".join([f"local={tmp_path}\n" if line.startswith("local=") else line for line in lines])
    environment = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin"}
    done = subprocess.run(["sh", "-c", text], env=environment, capture_output=True, text=True, check=True)
    state = HostState({"scan": Section(tuple(done.stdout.splitlines()))}, {}, Asked())
    found = {Path(hit.path).name: hit.why for hit in state.scan}
    assert found == {"user": "unowned", "group": "unowned", "both": "unowned", "open": "world-file"}
