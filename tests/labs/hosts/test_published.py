"""What clients of the lab read, in a checkout whose path has a space."""

import subprocess
from pathlib import Path

import paramiko
import pytest

from labs.hosts import place, published, toolbox
from labs.hosts.spec import Spec


def test_ssh_configuration_as_openssh_and_paramiko_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toolbox, "command", lambda _tree, program: [program])
    where = place.of(tmp_path / "a b")
    where.published.mkdir(parents=True)
    published.write(where, tmp_path, [Spec("anolis-8-1", "anolis-8", "namespace", 1)])
    config, key = where.published / "ssh_config", where.published / "key"
    said = subprocess.run(
        ["ssh", "-G", "-F", str(config), "anolis-8-1"], capture_output=True, text=True, check=True
    )
    openssh = dict(line.split(" ", 1) for line in said.stdout.splitlines())
    assert openssh["identityfile"] == str(key)
    assert openssh["userknownhostsfile"] == str(where.published / "known_hosts")
    read = paramiko.SSHConfig.from_path(str(config)).lookup("anolis-8-1")
    assert list(read["identityfile"]) == [str(key)]
    assert read["userknownhostsfile"] == str(where.published / "known_hosts")
