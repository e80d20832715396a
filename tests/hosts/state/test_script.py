"""The script that asks and what it prints."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

import pytest

from medcloud.hosts.controls import catalogue
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.state import Asked, parse, script
from medcloud.hosts.state.script import MARK


def test_the_script_only_reads() -> None:
    """That it changes nothing on a host is shown on hosts, by digest; this names the probe at once."""
    made = script(catalogue.asked())
    assert not re.findall(
        r"\b(?:rm|mv|cp|tee|touch|mkdir|mktemp|chmod|chown|sed -i|systemctl (?!list|is))\b ", made
    )
    targets = re.findall(r"(?<![0-9&-])[12]?>{1,2}\s*(/\S+)", made)
    assert targets and {target.rstrip(");") for target in targets} == {"/dev/null"}
    assert "/etc/shadow" not in catalogue.asked().reads


CUT = base64.b64encode(gzip.compress(b"@@ x\n", mtime=0)).decode()[:20]  # an id alike in every worker


@pytest.mark.parametrize("printed", ["", "not base64!", CUT])
def test_output_that_is_cut_short_fails_the_host(printed: str) -> None:
    with pytest.raises(HostFailed):
        parse(printed, Asked())


def test_no_hash_is_ever_read() -> None:
    probe = (Path(catalogue.__file__).parents[1] / "state/probes/accounts.sh").read_text("utf-8")
    assert "kind = part[2]" in probe and "print $2" not in probe


def test_what_the_login_prints_first_is_passed_over() -> None:
    body = base64.b64encode(gzip.compress(b"@@ files\n@@= files 0\n@@ rights\n@@= rights 0\n")).decode()
    with pytest.raises(HostFailed, match="tar"):  # it got as far as the archive
        parse(f"欢迎 Welcome\n{MARK}\n{body}", Asked())
