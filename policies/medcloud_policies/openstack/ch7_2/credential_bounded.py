"""An application credential cannot make further credentials, and names its roles."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    if r.flag("unrestricted", default=False):
        yield "unrestricted true"
    if not r.count("roles"):
        yield "roles not set: it has all of its user's"
    if any(role.casefold() == "admin" for role in r.texts("roles")):
        yield "roles has admin"


RULE = Rule(
    id="credential-bounded",
    items=(
        "7.2.2-c",
        "7.2.3.2-d",
    ),
    severity="critical",
    title=Text("应用凭据须受限且写明角色", "An application credential is restricted and names its roles"),
    why=Text(
        "不受限的凭据能再生成凭据，撤销一个也收不回来。",
        "An unrestricted one makes others; revoking it brings nothing back.",
    ),
    remedy=Text(
        "去掉 unrestricted: true，在 roles 写最小角色，并用 accessRules 限定接口。",
        "Take unrestricted: true out, name the least roles, and limit the API with accessRules.",
    ),
    types=(tokens.IDENTITY_APPLICATION_CREDENTIAL,),
    judge=_judge,
)
