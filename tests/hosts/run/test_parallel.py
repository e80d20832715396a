"""Many hosts at once: what one of them brings about stays its own."""

import shlex
import subprocess
from types import SimpleNamespace

import pytest

from medcloud.hosts.apply.connection import Connection
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.inventory import HostEntry
from medcloud.hosts.run import parallel, pyinfra_connection
from medcloud.hosts.run.pyinfra_connection import PyinfraConnection


class _Client:
    def close(self) -> None:
        raise ProcessLookupError("the proxy command has ended")


class _Connector:
    client = _Client()
    closed = False

    def disconnect(self) -> None:
        self.closed = True


def test_a_connection_that_ended_by_itself_is_closed_in_silence() -> None:
    connection = PyinfraConnection.__new__(PyinfraConnection)
    connection.connector = connector = _Connector()  # type: ignore[assignment]  # stands in for one of pyinfra
    connection.close()
    assert connector.closed


def test_what_nobody_foresaw_on_one_host_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        def __init__(self, _host: object) -> None: ...

        def close(self) -> None: ...

    def work(entry: HostEntry, _connection: Connection) -> str:
        if entry.name == "odd":
            raise RuntimeError("nobody foresaw this")
        return "done"

    monkeypatch.setattr(parallel, "PyinfraConnection", Nothing)
    came: dict[str, object] = {}
    hosts = [HostEntry(name=name, address="127.0.0.1") for name in ("odd", "even")]
    parallel.each(hosts, work, lambda entry, result, _: came.__setitem__(entry.name, result))
    assert came["even"] == "done"
    assert isinstance(came["odd"], HostFailed)
    assert "nobody foresaw this" in str(came["odd"])


class _Printing:
    """Runs commands by this machine's shell, after a greeting."""

    client = None

    def __init__(self, greeting: str, *, shell: bool = True, err: str = "") -> None:
        self.greeting, self.shell, self.err = greeting, shell, err

    def run_shell_command(self, command: object, **_: object) -> tuple[bool, SimpleNamespace]:
        if not self.shell:
            return False, SimpleNamespace(stdout=self.greeting, stderr=self.err)
        done = subprocess.run(["sh", "-c", str(command)], capture_output=True, text=True, check=False)
        stderr = done.stderr + self.err
        return done.returncode == 0, SimpleNamespace(stdout=self.greeting + done.stdout, stderr=stderr)


def _connection(connector: _Printing, *, sudo: bool = False) -> PyinfraConnection:
    connection = PyinfraConnection.__new__(PyinfraConnection)
    connection.connector, connection.sudo = connector, sudo  # type: ignore[assignment]  # stands in
    connection.host = SimpleNamespace(data=SimpleNamespace(ssh_user="ops"))  # type: ignore[assignment]
    return connection


def test_what_the_login_prints_is_no_answer() -> None:
    assert _connection(_Printing("欢迎 Welcome\n")).sh("echo one; echo two").out == "one\ntwo\n"


def test_a_login_that_runs_no_commands_says_so() -> None:
    with pytest.raises(HostFailed, match=r"runs no commands .*This account is currently not available"):
        _connection(_Printing("This account is currently not available.\n", shell=False)).sh("true")


def test_only_a_sudo_that_refused_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = _Printing("", shell=False, err="sudo: a password is required")
    with pytest.raises(HostFailed, match="may not use sudo"):
        _connection(refused, sudo=True).sh("true")
    monkeypatch.setattr(
        pyinfra_connection, "_sudo", lambda script, stdin: (f"sh -c {shlex.quote(script)}", stdin)
    )
    warned = _connection(_Printing("", err="sudo: unable to resolve host his-1\n"), sudo=True)
    assert not warned.sh("false").good  # the script failed, sudo only warned
