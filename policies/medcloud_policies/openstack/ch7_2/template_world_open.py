"""Security groups inside a Heat template are not open to the world either."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import heat, tokens
from medcloud_policies.reading import net


def _judge(r: Resource) -> Iterator[str]:
    for name, rule in heat.security_rules(r):
        ingress = rule.word("direction") in ("", "ingress")
        named = (
            rule.has("remote_group_id")
            or rule.has("remote_group")
            or rule.word("remote_mode") == "remote_group_id"
        )
        prefix = rule.text("remote_ip_prefix")
        if ingress and not named and (not prefix or net.is_wide(net.network(prefix))):
            unread = "what cannot be read" if rule.has("remote_ip_prefix") else "any"
            yield f"resource {name}: ingress from {prefix or unread}"


RULE = Rule(
    id="template-world-open",
    items=(
        "7.2.2-a",
        "6.1.3-b",
    ),
    severity="critical",
    title=Text(
        "编排模板内的安全组同样不得对全网开放",
        "Security groups in a Heat template are not open to the world",
    ),
    why=Text(
        "写进模板的规则绕过对单个资源的审查。",
        "Rules written into a template go round the review of single resources.",
    ),
    remedy=Text(
        "在模板里写明 remote_ip_prefix 或 remote_group_id。",
        "Name remote_ip_prefix or remote_group_id in the template.",
    ),
    types=(tokens.ORCHESTRATION_STACK_V1,),
    judge=_judge,
)
