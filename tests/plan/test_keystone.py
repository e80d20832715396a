"""The region's rules for accounts and sessions as an administrator of keystone is told them."""

from dataclasses import replace

from medcloud.plan import to_text
from medcloud.plan.keystone import keystone
from tests.plan import sample


def test_each_figure_is_keystones_unit() -> None:
    identity = replace(sample.plan().identity, password_days=60, lockout_minutes=45, session_minutes=60)
    assert list(keystone(identity))[:4] == [
        ("[security_compliance]", "password_expires_days", "60"),
        ("[security_compliance]", "lockout_failure_attempts", "5"),
        ("[security_compliance]", "lockout_duration", "2700"),
        ("[token]", "expiration", "3600"),
    ]


def test_the_plan_says_so() -> None:
    text = to_text(sample.plan())
    assert "password_expires_days" in text and "multi_factor_auth_enabled" in text


def test_names_of_people_stand_beside_ids() -> None:
    text = to_text(sample.plan())
    assert any("group/core" in line and "番禺医疗集团" in line for line in text.splitlines())
