"""One digest over a host's whole file system."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from labs.hosts.place import HERE

SCRIPT = HERE / "launchers/digest.py"


@dataclass(frozen=True)
class Digest:
    """Every path of a root file system -> [type and mode, owner, group, xattrs, SHA-256 or link target]."""

    entries: Mapping[str, Any]

    @cached_property
    def _bytes(self) -> bytes:
        return json.dumps(self.entries, sort_keys=True, separators=(",", ":")).encode()

    @property
    def sha256(self) -> str:
        """SHA-256 over all entries, hexadecimal."""
        return hashlib.sha256(self._bytes).hexdigest()

    @property
    def sm3(self) -> str:
        """SM3 over all entries, hexadecimal. ValueError where this machine's OpenSSL lacks SM3."""
        return hashlib.new("sm3", self._bytes).hexdigest()

    def text(self) -> str:
        """For people."""
        return f"SM3 {self.sm3}\nSHA-256 {self.sha256}\npaths {len(self.entries)}"

    def changes(self, later: Digest) -> dict[str, str]:
        """What differs in a later digest: path -> added, removed or changed."""
        before, after = self.entries, later.entries
        found = dict.fromkeys(after.keys() - before.keys(), "added")
        found |= dict.fromkeys(before.keys() - after.keys(), "removed")
        both = before.keys() & after.keys()
        return found | {path: "changed" for path in both if before[path] != after[path]}


def volatile() -> list[str]:
    """Patterns of what a host changes by itself."""
    patterns: list[str] = yaml.safe_load((HERE / "volatile.yaml").read_text("utf-8"))
    return patterns


def command(leave_out: list[str]) -> list[str]:
    """The words that make a host print its entries; the script comes on stdin."""
    return ["python3", "-B", "-I", "-", *leave_out]
