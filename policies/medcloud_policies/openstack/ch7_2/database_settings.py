"""A database's settings do not take encryption, logging or passwords away."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text, Violation
from medcloud_policies.openstack import tokens

_OFF = ("off", "0", "false", "no", "disable", "disabled", "none")
# Without these there is no telling who did what, or anybody may do it.
_GUARDS = (
    "general_log",
    "log_connections",
    "audit_enabled",
    "skip_grant_tables",
    "skip-grant-tables",
    "local_infile",
)
_MUST_BE_ON = (
    "require_secure_transport",
    "ssl",
    "password_encryption",
    "general_log",
    "log_connections",
    "audit_enabled",
)
_MUST_BE_OFF = (
    "skip_grant_tables",
    "skip-grant-tables",
    "local_infile",
    "allow_insecure_passwords",
    "skip_ssl",
)


def _judge(r: Resource) -> Iterator[str | Violation]:
    for setting in r.nodes("configurations"):
        name, off = setting.word("name"), setting.word("value") in _OFF
        if (name in _MUST_BE_ON and off) or (name in _MUST_BE_OFF and not off):
            items = ("7.2.2-a",) if name in _GUARDS else ("7.2.1-b", "7.1.2.2-b")
            yield Violation(r, f"{name} {'off' if off else 'on'}", items)


RULE = Rule(
    id="database-settings",
    items=(
        "7.2.1-b",
        "7.1.2.2-b",
        "7.2.2-a",
    ),
    severity="high",
    title=Text(
        "数据库参数不得关闭加密、日志或认证",
        "Database settings do not switch encryption, logs or authentication off",
    ),
    why=Text(
        "一个参数就能让全部连接改走明文或免口令。",
        "One setting makes every connection plain, or free of passwords.",
    ),
    remedy=Text(
        "去掉该参数，或设回安全值（如 require_secure_transport: ON）。",
        "Take the setting out, or set it back (such as require_secure_transport: ON).",
    ),
    types=(tokens.DATABASE_CONFIGURATION,),
    judge=_judge,
)
