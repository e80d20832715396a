"""Secrets in a text, by shape and by entropy, with detect-secrets' detectors; only kind and line are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from medcloud_policies.reading import secret_shapes
from medcloud_policies.reading.layers import layers

# A line that none of this is found in holds nothing that any detector looks for.
_WORTH_A_LOOK = re.compile(
    r"(?i)pass|pwd|contrase|secret|token|key|auth|credential|://|-----BEGIN|eyJ|AKI|LTAI|gh[pousr]_|glpat|xox|\$\w+\$"
    r"|[\"'][A-Za-z0-9+/=_-]{20,}[\"']"
)
_PUBLIC = re.compile(r"ssh-(rsa|ed25519|dss) |ecdsa-sha2-|BEGIN (CERTIFICATE|PUBLIC KEY|PGP PUBLIC)")
_PIECE, _OVERLAP = 1000, 200  # characters
_IDENTIFIER = re.compile(
    r"(?i)sha(1|256|384|512)|digest|checksum|hash|fingerprint|uuid|\b[a-z_]*id\b|commit|etag|image|signature"
)
# Where a secret is only referred to, templated, or a switch is set.
_HARMLESS = re.compile(
    r"(?i)\A(|true|false|yes|no|on|off|null|none|\d{1,4}|locked?|\*+|x+|!.*|\{.*|\$.*|<.*|%.*|(/|\./|~|file:).*"
    r"|https?://[^@]*|get_(param|attr|resource|file).*"
    r"|files( .*)?|os\.(environ|getenv).*|getenv\(.*)\Z"
)
# Names of what says where or how a secret is kept, and of Kubernetes objects that hold one.
_REFERENCE = re.compile(
    r"(?i)(pass(word|wd)?|secret|token|key)s?[-_]?([a-z]+[-_])?"
    r"(policy|path|refs?|method|contact|rotation|file|env|command|names?|ttl|expiry|length|age|type|algorithm)"
    r"[\"']?\s*[:=]|\b(existingSecret|imagePullSecrets?)\b"
)


@lru_cache(maxsize=4096)
def secrets(text: str) -> tuple[str, ...]:
    """What a text holds, layer by layer, e.g. ``("base64 line 7: Private Key",)``; never any part of it."""
    found = [
        f"{place} line {number}: {kind}".lstrip()
        for place, layer in layers(text)
        for number, kind in _found(layer)
    ]
    return tuple(dict.fromkeys(found))


def _found(layer: str) -> Iterator[tuple[int, str]]:
    """Lines with what they hold."""
    lines = layer.splitlines()
    logins = set(secret_shapes.logins(lines))
    for number, line in enumerate(lines, 1):
        if number in logins:
            yield number, secret_shapes.LOGIN
        yield from ((number, kind) for kind in _kinds(line))


def named(name: str, value: str) -> tuple[str, ...]:
    """What a named value holds: its name says what it is for, e.g. ``db_password``."""
    return tuple(dict.fromkeys(_kinds(f'{name}: "{value}"' if '"' not in value else f"{name}: {value}")))


def _kinds(line: str) -> Iterator[str]:
    """Kinds of secrets in one line."""
    if _PUBLIC.search(line):
        return
    yield from secret_shapes.kinds(line)
    if not _WORTH_A_LOOK.search(line):
        return
    from medcloud_policies.reading import detectors  # noqa: PLC0415  # most runs hold no line that is worth their import

    yield from detectors.by_shape(line)
    pieces = _pieces(_REFERENCE.sub(" ", line))
    if any(not _HARMLESS.match(value) for piece in pieces for value in detectors.by_name(piece)):
        yield "password or key by its name"
    elif not _IDENTIFIER.search(line) and detectors.by_entropy(line):
        yield "random text"


def _pieces(line: str) -> Iterator[str]:
    """A long line in pieces that overlap: the detector's time grows with the square of a line's length."""
    yield from (line[start : start + _PIECE] for start in range(0, max(len(line), 1), _PIECE - _OVERLAP))
