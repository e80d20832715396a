"""A temporary link to an object is short-lived, read-only and well signed."""

from collections.abc import Iterator

from medcloud.standard import number
from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str | Violation]:
    ttl = r.number("ttl")
    if ttl is None or ttl > number("7.2.3.4.2-b", "session_length").to("s"):
        yield Violation(r, f"ttl {r.text('ttl') or '-'}", ("7.2.3.4.2-b",))
    if r.word("method") not in ("", "get", "head"):
        yield Violation(r, f"method {r.text('method')}", ("7.2.2-b",))
    if r.word("digest") not in ("sha256", "sha512"):
        yield Violation(r, f"digest {r.text('digest') or 'sha1'}", ("7.2.1-a",))


RULE = Rule(
    id="temp-url",
    items=(
        "7.2.2-b",
        "7.2.3.4.2-b",
        "7.2.1-a",
    ),
    severity="high",
    title=Text(
        "对象临时链接须短时、只读、强签名",
        "A temporary link to an object is short-lived, read-only and well signed",
    ),
    why=Text(
        "链接不认人：谁拿到谁能用，直到过期。",
        "A link knows nobody: whoever has it may use it until it ends.",
    ),
    remedy=Text(
        "ttl 不超过 7200，method: get，digest: sha256。",
        "Set ttl to 7200 at most, method: get and digest: sha256.",
    ),
    types=(tokens.OBJECTSTORAGE_TEMP_URL,),
    judge=_judge,
)
