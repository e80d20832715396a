"""A Heat template does not make what the rules judge as resources, so that nothing goes round them."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import heat, tokens

_JUDGED = (
    "OS::Nova::Server",
    "OS::Nova::KeyPair",
    "OS::Cinder::Volume",
    "OS::Manila::Share",
    "OS::Swift::Container",
    "OS::Trove::Instance",
    "OS::Neutron::Port",
    "OS::Neutron::FloatingIP",
    "OS::Neutron::FloatingIPAssociation",
    "OS::Octavia::Listener",
    "OS::Keystone::User",
    "OS::Keystone::UserRoleAssignment",
    "OS::Keystone::GroupRoleAssignment",
    "OS::Heat::Stack",
)


def _judge(r: Resource) -> Iterator[str]:
    for name, kind in heat.types(r):
        if kind in _JUDGED:
            yield f"resource {name} of type {kind}"
    for option in heat.unread(r):
        yield f"templateOpts.{option} cannot be looked into"


RULE = Rule(
    id="template-needs-review",
    items=("7.2.2-a",),
    severity="medium",
    title=Text(
        "编排模板不得创建绕过审查的资源",
        "A Heat template makes nothing that would go round the rules",
    ),
    why=Text(
        "模板里的主机、卷与监听不会被逐条判定。",
        "Servers, volumes and listeners in a template are not judged one by one.",
    ),
    remedy=Text(
        "直接用 Pulumi 资源声明它们；模板只留编排（如伸缩组）。",
        "Declare them as Pulumi resources; leave only orchestration, such as scaling groups, in it.",
    ),
    types=(tokens.ORCHESTRATION_STACK_V1,),
    judge=_judge,
)
