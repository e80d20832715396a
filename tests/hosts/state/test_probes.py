"""Probes run by this machine's shell over files that were spoiled by hand for years."""

from __future__ import annotations

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
