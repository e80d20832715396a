"""Runs inside a host with a kernel of its own: commands come over a serial line, past network, sshd and PAM.

argv: the line's device. A line is base64 of compressed JSON. Asked: id, command, stdin (base64), timeout.
Answered: id, code, stdout, stderr.
"""

import base64
import json
import os
import subprocess
import sys
import time
import tty
import zlib
from typing import Any


def run(asked: "dict[str, Any]") -> "dict[str, Any]":
    """Run one command to its end; exit code 124 when it took too long."""
    try:
        done = subprocess.run(
            asked["command"],
            input=base64.b64decode(asked["stdin"]),
            capture_output=True,
            timeout=asked["timeout"],
            check=False,
            cwd="/",
        )
        code, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        code, out, err = 124, late.stdout or b"", late.stderr or b""
    except OSError as error:
        code, out, err = 127, b"", str(error).encode()
    return {"code": code, "stdout": base64.b64encode(out).decode(), "stderr": base64.b64encode(err).decode()}


def main() -> None:
    """Answer for ever."""
    line = os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
    if os.isatty(line):
        tty.setraw(line)
    with os.fdopen(os.dup(line), "rb") as asked:
        while True:
            text = asked.readline()
            if not text:  # a line that has nobody at its other end yet
                time.sleep(0.1)
                continue
            try:
                question = json.loads(zlib.decompress(base64.b64decode(text)))
                answer = {"id": question["id"], **run(question)}
            except (ValueError, zlib.error):  # half a line of somebody who went away
                continue
            packed = base64.b64encode(zlib.compress(json.dumps(answer).encode())) + b"\n"
            while packed:
                packed = packed[os.write(line, packed[:2048]) :]


main()
