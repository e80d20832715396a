"""Secrets in a text, by shape and by entropy, with detect-secrets' detectors; only kind and line are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from medcloud_policies.carried import layers

_OWN = {
    "cloud access key": re.compile(r"\b(LTAI[A-Za-z0-9]{12,30}|AKID[A-Za-z0-9]{13,40})\b"),
    "password hash": re.compile(r"\$(1|2[aby]|5|6|y|7)\$[^\s:$]*\$?[./A-Za-z0-9$]{8,}"),
}
# A line that none of this is found in holds nothing that any detector looks for.
_WORTH_A_LOOK = re.compile(
    r"(?i)pass|pwd|contrase|secret|token|key|auth|credential|://|-----BEGIN|eyJ|AKI|LTAI|gh[pousr]_|glpat|xox|\$\w+\$"
    r"|[\"'][A-Za-z0-9+/=_-]{20,}[\"']"
)
_PUBLIC = re.compile(r"ssh-(rsa|ed25519|dss) |ecdsa-sha2-|BEGIN (CERTIFICATE|PUBLIC KEY|PGP PUBLIC)")
_IDENTIFIER = re.compile(
    r"(?i)sha(1|256|384|512)|digest|checksum|hash|fingerprint|uuid|\b[a-z_]*id\b|commit|etag|image"
)
# Where a secret is only referred to, templated, or a switch is set.
_HARMLESS = re.compile(
    r"(?i)\A(|true|false|yes|no|on|off|null|none|\d{1,4}|locked?|\*+|x+|!.*|\{.*|\$.*|<.*|%.*|(/|\./|~|file:).*"
    r"|https?://[^@]*|get_(param|attr|resource|file).*)\Z"
)


@lru_cache(maxsize=4096)
def secrets(text: str) -> tuple[str, ...]:
    """What a text holds, layer by layer, e.g. ``("base64 line 7: Private Key",)``; never any part of it."""
    found = [
        f"{place} line {number}: {kind}".lstrip()
        for place, layer in layers(text)
        for number, line in enumerate(layer.splitlines(), 1)
        for kind in _kinds(line)
    ]
    return tuple(dict.fromkeys(found))


def named(name: str, value: str) -> tuple[str, ...]:
    """What a named value holds: its name says what it is for, e.g. ``db_password``."""
    return tuple(dict.fromkeys(_kinds(f'{name}: "{value}"' if '"' not in value else f"{name}: {value}")))


def _kinds(line: str) -> Iterator[str]:
    """Kinds of secrets in one line."""
    if not _WORTH_A_LOOK.search(line) or _PUBLIC.search(line):
        return
    from medcloud_policies import detectors  # noqa: PLC0415  # most runs hold no line that is worth their import

    yield from detectors.by_shape(line)
    for kind, pattern in _OWN.items():
        if pattern.search(line):
            yield kind
    if any(not _HARMLESS.match(value) for value in detectors.by_name(line)):
        yield "password or key by its name"
    elif not _IDENTIFIER.search(line) and detectors.by_entropy(line):
        yield "random text"
