"""Labels have the values that rules understand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens

_GRADE, _PLACE = ("7.2.2-b",), ("A.1-b",)
_LOCATIONS = ("private", "public", "edge", "recovery")


def _judge(r: Resource) -> Iterator[str | Violation]:
    location = r.labels.get("location", "")
    if location and location.casefold() not in _LOCATIONS:
        yield Violation(r, "medcloud-location is none of private, public, edge, recovery", _PLACE)
    level = r.labels.get("level", "")
    if level and level not in tuple("12345"):
        yield Violation(r, "medcloud-level is not one of 1 to 5", _GRADE)
    tags = [t.split("=", 1)[0].casefold() for t in r.texts("tags") if t.casefold().startswith("medcloud-")]
    twice = {t for t in tags if tags.count(t) > 1}
    for key in sorted(twice | _contradicted(r)):
        yield Violation(r, f"{key} stands twice", _PLACE if key == "medcloud-location" else _GRADE)


def _contradicted(r: Resource) -> set[str]:
    """Labels with one value in one place and another in another: rules would read only the first."""
    values: dict[str, set[str]] = defaultdict(set)
    metadata = r.props.get("metadata")
    for key, value in metadata.items() if isinstance(metadata, Mapping) else ():
        if isinstance(value, str):
            values[str(key).casefold()].add(value.strip())
    for tag in r.texts("tags"):
        key, _, value = tag.partition("=")
        values[key.casefold()].add(value.strip())
    return {key for key, found in values.items() if key.startswith("medcloud-") and len(found) > 1}


RULE = Rule(
    id="label-values",
    items=(
        "7.2.2-b",
        "A.1-b",
    ),
    severity="medium",
    title=Text("标签取值须有效", "Labels have values that rules understand"),
    why=Text(
        "写错的位置或级别会让判定它的规则沉默。",
        "A misspelt location or level silences the rules that judge by it.",
    ),
    remedy=Text(
        "medcloud-location 用 private、public、edge、recovery；medcloud-level 用 1..5；标签不重复。",
        "Use private, public, edge or recovery in medcloud-location, and 1..5 in medcloud-level.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.BLOCKSTORAGE_VOLUME,
        tokens.OBJECTSTORAGE_CONTAINER,
        tokens.SHAREDFILESYSTEM_SHARE,
        tokens.NETWORKING_NETWORK,
        tokens.NETWORKING_FLOATING_IP,
    ),
    judge=_judge,
)
