"""Nothing secret is carried in a server's user data or injected files, however it is wrapped."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens
from medcloud_policies.reading import scan


def _judge(r: Resource) -> Iterator[str]:
    for found in scan.secrets(r.text("userData")):
        yield f"userData {found}"
    for file in r.nodes("personalities"):
        for found in scan.secrets(file.text("content")):
            yield f"{file.path}content {found}"


RULE = Rule(
    id="user-data-secret",
    items=(
        "7.2.1-b",
        "7.2.3.2-d",
    ),
    severity="critical",
    title=Text("用户数据与注入文件不得携带机密", "User data and injected files carry no secrets"),
    why=Text(
        "userData 谁能登录这台主机谁就能读，云平台也明文保存。",
        "Whoever is on the server can read its user data, and the cloud keeps it in clear.",
    ),
    remedy=Text(
        "在运行时从密钥管理服务取，userData 只写引用。",
        "Fetch it from the key manager at run time; write only the reference into user data.",
    ),
    types=(tokens.COMPUTE_INSTANCE,),
    judge=_judge,
)
