"""A user is exempt neither from password expiry nor from lockout nor from the first change."""

from collections.abc import Iterator

from medcloud_policies.core.rule import Resource, Rule, Text
from medcloud_policies.openstack import tokens

_EXEMPTIONS = ("ignorePasswordExpiry", "ignoreLockoutFailureAttempts", "ignoreChangePasswordUponFirstUse")


def _judge(r: Resource) -> Iterator[str]:
    for name in _EXEMPTIONS:
        if r.flag(name, default=False):
            yield f"{name} true"


RULE = Rule(
    id="user-password-policy",
    items=("7.2.3.1-a",),
    severity="high",
    title=Text(
        "用户不得豁免口令有效期、锁定与首次修改",
        "Users are not exempt from expiry, lockout and the first change",
    ),
    why=Text(
        "被豁免的账户可以无限次试口令，旧口令永远有效。",
        "An exempt account can be tried without end, and its old password works for ever.",
    ),
    remedy=Text(
        "去掉 ignorePasswordExpiry、ignoreLockoutFailureAttempts、ignoreChangePasswordUponFirstUse。",
        "Take ignorePasswordExpiry, ignoreLockoutFailureAttempts and ignoreChangePasswordUponFirstUse out.",
    ),
    types=(tokens.IDENTITY_USER,),
    judge=_judge,
)
