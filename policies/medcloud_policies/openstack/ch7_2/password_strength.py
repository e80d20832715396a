"""Passwords are long and mixed."""

from collections.abc import Iterator

from medcloud_policies.core.options import PASSWORD_LENGTH
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading.passwords import classes, is_guessable

_KINDS = 3
_ENTROPY_MATTERS_FROM = 16  # shorter ones cannot show it


def _judge(r: Resource) -> Iterator[str]:
    if not r.has("password"):
        return
    password, length = r.text("password"), r.settings.get(PASSWORD_LENGTH)
    repeats = len(password) >= _ENTROPY_MATTERS_FROM and is_guessable(password, 0)
    if len(password) < length or classes(password) < _KINDS or repeats:
        yield f"password of {len(password)} characters, {classes(password)} kinds"


RULE = Rule(
    id="password-strength",
    items=(
        "7.2.3.1-a",
        "6.5-c",
    ),
    severity="high",
    title=Text("口令须足够长且混合字符", "Passwords are long and mixed"),
    why=Text(
        "短口令或单一字符口令几分钟内即被试出。",
        "A short password, or one of a single kind of characters, is found in minutes.",
    ),
    remedy=Text(
        "用 passwordLength 个以上、三类以上字符的口令，并作为机密配置传入。",
        "Use passwordLength characters or more of three kinds, given as a secret.",
    ),
    types=(
        tokens.IDENTITY_USER,
        tokens.DATABASE_USER,
        tokens.SHAREDFILESYSTEM_SECURITY_SERVICE,
    ),
    judge=_judge,
    settings=(PASSWORD_LENGTH,),
)
