"""What a digest says, without a host."""

import fnmatch
import json
import subprocess
import sys
from pathlib import Path

from labs.hosts import digest
from labs.hosts.digest import Digest

FILE = ["-rw-r--r--", 0, 0, {}, "aa"]


def test_every_part_of_an_entry_counts() -> None:
    whole = Digest({"/etc/x": FILE})
    for at, other in enumerate(["-rwxr-xr-x", 1, 1, {"user.a": "00"}, "bb"]):
        changed = Digest({"/etc/x": [*FILE[:at], other, *FILE[at + 1 :]]})
        assert whole.changes(changed) == {"/etc/x": "changed"}
        assert whole.sm3 != changed.sm3
        assert whole.sha256 != changed.sha256


def test_order_does_not_count() -> None:
    assert Digest({"/a": FILE, "/b": FILE}).sm3 == Digest({"/b": FILE, "/a": FILE}).sm3


def test_changes_name_what_came_and_went() -> None:
    assert Digest({"/a": FILE}).changes(Digest({"/b": FILE})) == {"/a": "removed", "/b": "added"}


def test_nothing_that_matters_is_left_out() -> None:
    kept = ["/etc/passwd", "/etc/shadow", "/etc/ssh/sshd_config", "/var/lib/rpm/rpmdb.sqlite", "/usr/bin/su"]
    for path in kept:
        assert not any(fnmatch.fnmatch(path, pattern) for pattern in digest.volatile()), path


def test_script_sees_files_links_and_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("file")
    text = digest.SCRIPT.read_text("utf-8").partition("\npattern = ")[0]
    last = "json.dump(walk(sys.argv[1], os.stat(sys.argv[1]).st_dev, re.compile('(?!)')), sys.stdout)"
    done = subprocess.run(
        [sys.executable, "-c", f"{text}\n{last}", str(tmp_path)], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert found[str(tmp_path / "link")][4] == "file"
    assert found[str(tmp_path / "file")][4].startswith("2d711642")
