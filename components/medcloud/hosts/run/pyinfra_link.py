"""A link over one of pyinfra's connectors."""

from __future__ import annotations

import os
import shlex
from typing import Any

from pyinfra.api.command import StringCommand
from pyinfra.api.exceptions import ConnectError
from pyinfra.api.host import Host

from medcloud.hosts.apply.link import Said
from medcloud.hosts.errors import HostFailed

_SUDO_PASSWORD = "MEDCLOUD_SUDO_PASSWORD"  # noqa: S105 - the name of a variable
_TIMEOUT = 900
_WORDS = (
    ("Authentication error", "登录被拒绝（口令或密钥不对） / the login was refused"),
    ("host key", "主机密钥与记录不符，须先查明 / the host key is not the recorded one: find out why first"),
    ("Could not resolve", "无法解析主机名 / the name is not known"),
    ("Could not connect", "无法连接 / cannot be reached"),
)


class PyinfraLink:
    """One connection, root by itself or by sudo."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.connector = host.connector_cls(host.state, host)
        self.sudo = host.data.get("ssh_user", "root") != "root"
        try:
            self.connector.connect()
        except ConnectError as error:
            raise HostFailed(_explain(str(error))) from None

    def sh(self, script: str, stdin: str = "") -> Said:
        """Run shell text as root."""
        options: dict[str, Any] = {"_timeout": _TIMEOUT}
        if stdin:
            options["_stdin"] = stdin
        if self.sudo:
            options |= {"_sudo": True}
            if password := os.environ.get(_SUDO_PASSWORD):
                options["_sudo_password"] = password
        try:
            good, output = self.connector.run_shell_command(
                StringCommand("sh", "-c", shlex.quote(script)), **options
            )
        except (
            Exception
        ) as error:  # paramiko, sockets and gevent each have their own ways to say that it is gone
            raise HostFailed(f"连接中断 / the connection broke: {type(error).__name__}: {error}") from None
        if self.sudo and not good and "sudo:" in output.stderr:
            raise HostFailed(
                f"不能 sudo / cannot use sudo: {output.stderr.strip()}；"
                f"口令可由 {_SUDO_PASSWORD} 给出 / its password may come in that variable"
            )
        return Said(good, output.stdout, output.stderr)

    def fresh(self) -> PyinfraLink:
        """Log in anew."""
        return PyinfraLink(self.host)

    def close(self) -> None:
        """End the connection."""
        client = getattr(self.connector, "client", None)
        if client is not None:
            client.close()
        self.connector.disconnect()


def _explain(text: str) -> str:
    found = next((words for mark, words in _WORDS if mark in text), "无法连接 / cannot be reached")
    return f"{found}: {text}"
