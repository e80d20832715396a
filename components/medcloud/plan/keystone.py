"""The region's rules for accounts and sessions in keystone, where no resource can set them (7.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.plan.hosts import IdentityPlan
from medcloud.text import Text

_DEMAND = "multi_factor_auth_enabled, multi_factor_auth_rules"


def keystone(identity: IdentityPlan) -> Iterator[tuple[str, str, str | Text]]:
    """Section, option and value of keystone.conf; what keystone has no option for is said in words."""
    yield "[security_compliance]", "password_expires_days", str(identity.password_days)
    yield "[security_compliance]", "lockout_failure_attempts", str(identity.lockout_failures)
    yield "[security_compliance]", "lockout_duration", str(identity.lockout_minutes * 60)
    yield "[token]", "expiration", str(identity.session_minutes * 60)
    if identity.mfa:
        yield "-", "mfa", Text(f"每个用户的选项: {_DEMAND}", f"options of each user: {_DEMAND}")
    unheard = Text("keystone 无此选项，由主机限制", "no option of keystone: hosts limit it")
    yield "-", f"sessions {identity.sessions}", unheard
