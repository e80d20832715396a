"""What `clean` removes and what it leaves."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from labs.hosts.clean import DAY, clean


def test_old_trees_go_unless_a_process_stands_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDCLOUD_CACHE", str(tmp_path))
    for name in ("base-old", "base-new", "base-stood-on", "image-linked", "apt", "labs"):
        (tmp_path / "hostlab" / name).mkdir(parents=True)
        if name != "base-new":
            os.utime(tmp_path / "hostlab" / name, (0, time.time() - 8 * DAY))
    host = tmp_path / "hostlab/labs/1/hosts/one"
    host.mkdir(parents=True)
    (host / "image").symlink_to(tmp_path / "hostlab/image-linked/image")
    command = ["sh", "-c", "read line", str(tmp_path / "hostlab/base-stood-on")]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as stander:
        assert clean(7) == ["base-old"]
        stander.kill()
    assert sorted(path.name for path in (tmp_path / "hostlab").iterdir()) == [
        "apt",
        "base-new",
        "base-stood-on",
        "image-linked",
        "labs",
    ]
