"""A managed database is one of the approved products."""

from collections.abc import Iterator

from medcloud_policies.core.options import APPROVED_DATABASES
from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens


def _judge(r: Resource) -> Iterator[str]:
    product = r.node("datastore").text("type")
    if not r.settings.matches(APPROVED_DATABASES, product):
        yield f"datastore.type {product or '-'}"


RULE = Rule(
    id="database-approved",
    items=("7.1.2.2-a",),
    severity="high",
    title=Text("数据库须在获准清单内", "A managed database is on the approved list"),
    why=Text(
        "数据库须具备自主知识产权并适配国产芯片。",
        "Databases must be of domestic ownership and fit domestic chips.",
    ),
    remedy=Text(
        "datastore.type 用获准产品，或在 approvedDatabases 登记。",
        "Use an approved product in datastore.type, or list it in approvedDatabases.",
    ),
    types=(
        tokens.DATABASE_INSTANCE,
        tokens.DATABASE_CONFIGURATION,
    ),
    judge=_judge,
    settings=(APPROVED_DATABASES,),
)
