"""Logging in at a host's console, as a person would: the prompt, the name, the password."""

from __future__ import annotations

import os
import re
import select
import socket
import subprocess
import time
import tty
from dataclasses import dataclass
from pathlib import Path

from labs.base.errors import LabError

PROMPT = re.compile(rb"[#$] $")
REFUSED = re.compile(rb"[Ll]ogin incorrect|[Aa]uthentication failure|login: $|[Pp]assword.*expired|locked")
MARK = "console-mark"


class Closed(LabError):
    """The console has gone: nothing will come from it any more."""


@dataclass(frozen=True)
class Login:
    """What came of it. `screen` is all that was shown."""

    admitted: bool
    screen: str


def at_terminal(path: Path, user: str, password: str, command: str, seconds: float) -> Login:
    """Log in at the pseudo-terminal of a console that has a getty, run a command, log out."""
    line = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        tty.setraw(line)
        return _Talk(line, line, time.monotonic() + seconds).login(user, password, command, b"\n")
    finally:
        os.close(line)


def at_socket(path: Path, user: str, password: str, command: str, seconds: float) -> Login:
    """The same where the console is a socket. LabError when nobody listens there."""
    with socket.socket(socket.AF_UNIX) as line:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            line.connect(f"/proc/self/fd/{folder}/{path.name}")  # a socket's path has 107 bytes at most
        except OSError as error:
            raise LabError(f"控制台尚未就绪:{error}", "the console has no line yet") from error
        finally:
            os.close(folder)
        talk = _Talk(line.fileno(), line.fileno(), time.monotonic() + seconds)
        return talk.login(user, password, command, b"\n")


def at_program(words: list[str], user: str, password: str, command: str, seconds: float) -> Login:
    """The same with login(1) on a pseudo-terminal of its own, which `words` start."""
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as it:
        assert it.stdin and it.stdout  # noqa: S101  # both are pipes
        talk = _Talk(it.stdin.fileno(), it.stdout.fileno(), time.monotonic() + seconds)
        try:
            return talk.login(user, password, command, b"")
        finally:
            it.kill()


class _Talk:
    """Says and waits, until the time is up."""

    def __init__(self, to: int, back: int, until: float) -> None:
        self.to, self.back, self.until = to, back, until
        self.seen = b""
        self.at = 0

    def login(self, user: str, password: str, command: str, wake: bytes) -> Login:
        self.write(wake)
        self.wait(re.compile(rb"login: $"))
        self.say(user)
        self.wait(re.compile(rb"[Pp]assword: $"))
        self.say(password)
        admitted = self.wait(PROMPT, REFUSED) is PROMPT
        if admitted:
            self.say(f"{command}; echo {MARK}-$?")
            self.wait(re.compile(MARK.encode() + rb"-\d+"))
            self.say("exit")
            time.sleep(0.3)
        return Login(admitted, self.seen.decode("utf-8", "replace"))

    def say(self, text: str) -> None:
        self.write(text.encode() + b"\n")

    def write(self, data: bytes) -> None:
        try:
            os.write(self.to, data)
        except OSError:
            raise self.closed() from None

    def closed(self) -> Closed:
        return Closed(f"控制台已关闭:{self.shown()!r}", "the console has closed")

    def shown(self) -> str:
        return self.seen[-200:].decode("utf-8", "replace")

    def wait(self, *patterns: re.Pattern[bytes]) -> re.Pattern[bytes]:
        """The first of the patterns that comes; Closed when none can, LabError when none does in time."""
        while time.monotonic() < self.until:
            fresh = self.seen[self.at :]
            for pattern in patterns:
                if pattern.search(fresh):
                    self.at = len(self.seen)
                    return pattern
            if select.select([self.back], [], [], 0.5)[0]:
                self.seen += self.read()
        raise LabError(f"控制台没有预期的应答:{self.shown()!r}", "the console did not answer as expected")

    def read(self) -> bytes:
        try:
            got = os.read(self.back, 4096)
        except OSError:  # a terminal without its other end; a socket's was reset
            raise self.closed() from None
        if not got:
            raise self.closed()
        return got
