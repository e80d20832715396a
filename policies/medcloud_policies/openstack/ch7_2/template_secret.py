"""A Heat template carries no secret, nor a default for what it hides."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import heat, tokens
from medcloud_policies.reading import scan


def _judge(r: Resource) -> Iterator[str]:
    for name in ("templateOpts", "environmentOpts"):
        for key, text in r.node(name).items():
            for found in scan.secrets(text):
                yield f"{name}.{key} {found}"
    for parameter in heat.hidden_defaults(r):
        yield f"hidden parameter {parameter} has a default"


RULE = Rule(
    id="template-secret",
    items=(
        "7.2.1-b",
        "7.2.3.2-d",
    ),
    severity="critical",
    title=Text("编排模板不得携带机密", "A Heat template carries no secrets"),
    why=Text(
        "模板可被项目内所有人读回，隐藏参数的默认值也在其中。",
        "Everybody in the project can read the template back, defaults of hidden parameters too.",
    ),
    remedy=Text(
        "隐藏参数不写 default；机密由密钥管理服务提供。",
        "Give hidden parameters no default; take secrets from the key manager.",
    ),
    types=(tokens.ORCHESTRATION_STACK_V1,),
    judge=_judge,
)
