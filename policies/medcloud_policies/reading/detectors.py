"""What detect-secrets' detectors see in one line; their import takes longer than that of all rules."""

from __future__ import annotations

from collections.abc import Iterator

from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.base import BasePlugin
from detect_secrets.plugins.basic_auth import BasicAuthDetector
from detect_secrets.plugins.github_token import GitHubTokenDetector
from detect_secrets.plugins.gitlab_token import GitLabTokenDetector
from detect_secrets.plugins.high_entropy_strings import Base64HighEntropyString, HexHighEntropyString
from detect_secrets.plugins.jwt import JwtTokenDetector
from detect_secrets.plugins.keyword import KeywordDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector
from detect_secrets.plugins.slack import SlackDetector

_SHAPES: tuple[BasePlugin, ...] = (
    PrivateKeyDetector(),
    BasicAuthDetector(),
    JwtTokenDetector(),
    AWSKeyDetector(),
    GitHubTokenDetector(),
    GitLabTokenDetector(),
    SlackDetector(),
)
_NAMED: tuple[BasePlugin, ...] = (KeywordDetector(),)
_RANDOM: tuple[BasePlugin, ...] = (Base64HighEntropyString(4.5), HexHighEntropyString(3.0))


def by_shape(line: str) -> Iterator[str]:
    """Kinds of secrets whose shape is in a line."""
    for plugin in _SHAPES:
        if any(_values(plugin, line)):
            yield plugin.secret_type


def by_name(line: str) -> Iterator[str]:
    """Values that stand after a name of something secret."""
    for plugin in _NAMED:
        yield from _values(plugin, line)


def by_entropy(line: str) -> bool:
    """Whether a line quotes a text that looks random."""
    return any(next(_values(plugin, line), None) is not None for plugin in _RANDOM)


def _values(plugin: BasePlugin, line: str) -> Iterator[str]:
    for found in plugin.analyze_line(filename="carried.yaml", line=line, line_number=1):
        yield (found.secret_value or "").strip().strip("\"'")
