"""A connection over one of pyinfra's connectors."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import Any, NoReturn

from paramiko import Transport
from pyinfra.api.command import StringCommand
from pyinfra.api.exceptions import PyinfraError
from pyinfra.api.host import Host

from medcloud.hosts.apply.connection import Ran
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.run.alive import watched
from medcloud.text import Text

_SUDO_PASSWORD = "MEDCLOUD_SUDO_PASSWORD"  # noqa: S105 - the name of a variable
_TIMEOUT = 900
_MARK = "@@medcloud"
_BEGUN = "@@begun"
"""Printed first: what stands before it came from the login itself, a greeting in .bashrc and the like."""
_WORDS = (
    ("Authentication error", Text("登录被拒绝（口令或密钥不对）", "the login was refused")),
    ("private key", Text("密钥文件不可用", "the key file cannot be used")),
    (
        "host key",
        Text("主机密钥与记录不符，须先查明", "the host key is not the recorded one: find out why first"),
    ),
    ("Could not resolve", Text("无法解析主机名", "the name is not known")),
    ("Could not connect", Text("无法连接", "cannot be reached")),
)


class PyinfraConnection:
    """One connection, root by itself or by sudo."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.connector = host.connector_cls(host.state, host)
        self.sudo = host.data.get("ssh_user", "root") != "root"
        try:
            self.connector.connect()
        except PyinfraError as error:  # ConnectError, and what is wrong with a key file
            self.close()
            raise HostFailed(_explain(str(error))) from None

    def sh(self, script: str, stdin: str = "") -> Ran:
        """Run shell text as root; HostFailed when it did not come to that."""
        script = f"echo {_BEGUN}\n{script}"
        command, given = _sudo(script, stdin) if self.sudo else (f"sh -c {shlex.quote(script)}", stdin)
        options: dict[str, Any] = {"_timeout": _TIMEOUT, **({"_stdin": given} if given else {})}
        transport = self._transport()
        try:
            with watched(transport):
                good, output = self.connector.run_shell_command(StringCommand(command), **options)
        except Exception as error:  # paramiko, sockets and gevent each say in their own ways that it is gone
            raise HostFailed(
                Text(
                    f"连接中断: {type(error).__name__}: {error}",
                    f"the connection broke: {type(error).__name__}: {error}",
                )
            ) from None
        if transport is not None and not transport.is_active():
            raise HostFailed(
                Text("连接中断，主机不再应答", "the connection broke: the host no longer answers")
            )
        greeting, begun, out = output.stdout.partition(_BEGUN)
        if not begun:
            self._refused(greeting, output.stderr)
        return Ran(good, out.removeprefix("\n"), output.stderr)

    def _refused(self, out: str, err: str) -> NoReturn:
        if self.sudo and "sudo:" in err:
            raise HostFailed(
                Text(
                    f"{self.host.data.ssh_user} 不能 sudo，口令可由 {_SUDO_PASSWORD} 给出: {err.strip()}",
                    f"{self.host.data.ssh_user} may not use sudo; its password may come in "
                    f"{_SUDO_PASSWORD}: {err.strip()}",
                )
            )
        said = " ".join(f"{out} {err}".split())[-200:] or "-"
        raise HostFailed(
            Text(
                f"登录后不能执行命令（登录外壳？）: {said}",
                f"the login runs no commands (its shell?): {said}",
            )
        )

    def fresh(self) -> PyinfraConnection:
        """Log in anew."""
        return PyinfraConnection(self.host)

    def close(self) -> None:
        """End the connection."""
        client = self._client()
        with suppress(OSError, EOFError):  # it may have ended by itself: a proxy command, a host that went
            if client is not None:
                client.close()
        self.connector.disconnect()

    def _client(self) -> Any:
        """paramiko's client; pyinfra's other connectors have none."""
        return getattr(self.connector, "client", None)

    def _transport(self) -> Transport | None:
        client = self._client()
        return client.get_transport() if client is not None else None


def _sudo(script: str, stdin: str) -> tuple[str, str]:
    """The command and its input; a mark follows the password, which sudo takes only if it wants one.

    pyinfra's own sudo would ask the operator and wait; without a password a refusal is told in our words.
    """
    password = os.environ.get(_SUDO_PASSWORD)
    if password is None:
        words = Text("sudo: 需要口令或无权", "sudo: wants a password, or says no")
        refused = f"{{ echo {shlex.quote(str(words))} >&2; exit 77; }}"
        return f"sudo -n true 2>/dev/null || {refused}; sudo -H -n sh -c {shlex.quote(script)}", stdin
    text = f'while IFS= read -r line; do [ "$line" != {_MARK} ] || break; done\n{script}'
    return f"sudo -H -S -p '' sh -c {shlex.quote(text)}", f"{password}\n{_MARK}\n{stdin}"


def _explain(text: str) -> Text:
    found = next((words for mark, words in _WORDS if mark in text), Text("无法连接", "cannot be reached"))
    return Text(f"{found.zh}: {text}", f"{found.en}: {text}")
