"""A stand-in for `go` that builds in an instant, so that building itself can be tested."""

from pathlib import Path

SCRIPT = """#!/bin/sh
# FAKE_VERSION, FAKE_SLEEP, FAKE_FAIL steer it; each build adds a line to $FAKE_CALLS
if [ "$1" = version ]; then echo "go version go${FAKE_VERSION:-1.26.6} linux/amd64"; exit; fi
echo build >> "$FAKE_CALLS"
echo "go: downloading example.org/thing v1.0.0"
echo "example.org/thing/part" >&2
sleep "${FAKE_SLEEP:-0}"
if [ -n "${FAKE_FAIL:-}" ]; then echo "main.go:7: undefined: x" >&2; exit 1; fi
while [ "$1" != -o ]; do shift; done
echo built > "$2"
"""


def install(folder: Path) -> Path:
    """Write `go` into the folder; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    go = folder / "go"
    go.write_text(SCRIPT)
    go.chmod(0o755)
    return folder
