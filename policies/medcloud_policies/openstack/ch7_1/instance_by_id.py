"""A server whose flavor or image is named by an id alone uses one that is approved."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_SYSTEMS
from medcloud_policies.core.rule import Resource, Rule, Stack, Text, Violation
from medcloud_policies.openstack import tokens
from medcloud_policies.openstack.options import APPROVED_FLAVORS, APPROVED_IDS

_MADE = {"flavorId": tokens.COMPUTE_FLAVOR, "imageId": tokens.IMAGES_IMAGE}
_NO_IMAGE = "Attempt to boot from volume - no image supplied"
"""What the provider reads back as the image of a server that boots from a volume."""
_LISTS = {"flavorId": ("flavorName", APPROVED_FLAVORS), "imageId": ("imageName", APPROVED_SYSTEMS)}


def _judge(s: Stack) -> Iterator[Violation]:
    for server, deciding in s.each(tokens.COMPUTE_INSTANCE):
        for prop, (name, approved) in _LISTS.items():
            with deciding:
                here = any(target.type == _MADE[prop] for target in s.targets(server, prop))
                known = (_NO_IMAGE, *s.settings.get(APPROVED_IDS))
                if here or not server.has(prop) or server.text(prop) in known:
                    continue
                # In a preview the name is not known; the cloud tells it in `up`.
                if not s.settings.matches(approved, server.text(name)) and not _is_name(s, server, prop):
                    yield Violation(server, f"{prop} {server.text(prop)}, {name} {server.text(name) or '-'}")


def _is_name(s: Stack, server: Resource, prop: str) -> bool:
    """Some clouds use names as ids of flavors."""
    return s.settings.matches(_LISTS[prop][1], server.text(prop))


RULE = Rule(
    id="instance-by-id",
    items=(
        "7.1.1.2-a",
        "7.1.2.1-a",
        "6.5-c",
    ),
    severity="high",
    title=Text("以编号引用的规格与镜像同样须获准", "Flavors and images named by an id are approved too"),
    why=Text(
        "编号看不出指令集与操作系统，可绕过按名称的清单。",
        "An id shows neither instruction set nor system, and so goes round a list of names.",
    ),
    remedy=Text(
        "在同一栈内创建规格与镜像、改用名称，或把编号列入 approvedIds。",
        "Make them in the same stack, use names, or list the id in approvedIds.",
    ),
    types=(
        tokens.COMPUTE_INSTANCE,
        tokens.COMPUTE_FLAVOR,
        tokens.IMAGES_IMAGE,
    ),
    judge_stack=_judge,
    settings=(
        APPROVED_FLAVORS,
        APPROVED_SYSTEMS,
        APPROVED_IDS,
    ),
)
