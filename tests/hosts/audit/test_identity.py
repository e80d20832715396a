"""The region's rules for accounts and sessions reach every host: stricter ones obeyed, laxer ones refused."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from medcloud.cloud import outputs
from medcloud.hosts.audit.identity import FIGURES, with_identity
from medcloud.hosts.audit.judge import judge
from medcloud.hosts.audit.result import Status
from medcloud.hosts.controls import catalogue
from medcloud.hosts.errors import HardenError
from medcloud.hosts.inventory import read_hosts
from medcloud.plan import allocate, derive
from medcloud.plan.hosts import IdentityPlan
from tests.hosts.states import host
from tests.plan import sample

STANDARD = IdentityPlan(
    mfa=True, password_days=90, lockout_failures=5, lockout_minutes=30, session_minutes=120, sessions=1
)
STRICT = IdentityPlan(
    mfa=True, password_days=60, lockout_failures=4, lockout_minutes=45, session_minutes=60, sessions=1
)
EXPECTED = {
    "password-age": {"days": 60},
    "lockout": {"failures": 4, "seconds": 2700},
    "session-length": {"minutes": 60},
    "one-session": {"sessions": 1},
}


def test_what_is_stricter_is_obeyed() -> None:
    assert with_identity({}, STRICT, "web") == EXPECTED


def test_the_defaults_are_the_standards() -> None:
    for (id_, name), (_, figure) in FIGURES.items():
        parameter = next(p for p in catalogue.control(id_).parameters if p.name == name)
        assert figure(STANDARD) == parameter.default


def test_of_two_the_stricter_counts() -> None:
    assert with_identity({"password-age": {"days": 30}}, STRICT, "web")["password-age"] == {"days": 30}
    assert with_identity({"password-age": {"days": 80}}, STRICT, "web")["password-age"] == {"days": 60}


def test_what_a_waiver_made_laxer_stays() -> None:
    assert with_identity({"password-age": {"days": 120}}, STRICT, "web")["password-age"] == {"days": 120}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("mfa", False, "identity.mfa: 7.2.3.2-a"),
        ("password_days", 91, r"identity.password_days: 7.2.3.1-a.*≤90"),
        ("lockout_failures", 6, r"identity.lockout_failures: 7.2.3.1-a.*≤5"),
        ("lockout_minutes", 29, r"identity.lockout_minutes: 7.2.3.1-a.*≥1800"),
        ("session_minutes", 121, r"identity.session_minutes: 7.2.3.4.2-b.*≤120"),
        ("sessions", 2, r"identity.sessions: 7.2.3.4.2-a.*≤1"),
    ],
)
def test_what_is_laxer_is_refused_with_item_and_remedy(field: str, value: int, words: str) -> None:
    with pytest.raises(HardenError, match=f"web: {words}"):
        with_identity({}, IdentityPlan(**{**asdict(STANDARD), field: value}), "web")


def test_each_field_is_seen_to() -> None:
    assert {field for field, _ in FIGURES.values()} | {"mfa"} == {
        field.name for field in fields(IdentityPlan)
    }


def test_from_the_region_file_to_a_host_that_is_judged_by_it(tmp_path: Path) -> None:
    region = sample.region()
    region = region.model_copy(update={"identity": region.identity.model_copy(update={"password_days": 60})})
    plan = derive(region, allocate(region, sample.lock()))
    path = tmp_path / "hosts.json"
    path.write_text(json.dumps(outputs.hosts(plan)))
    entry = read_hosts(path)[0]
    case = {"state": {"files": {"/etc/login.defs": "PASS_MAX_DAYS 80\n"}, "accounts": ""}}
    control = catalogue.control("password-age")
    own = replace(host(case, control.id), values=with_identity({}, entry.identity, entry.name))
    assert judge(host(case, control.id), control)[0].status is Status.PASS
    assert judge(own, control)[0].status is Status.FAIL
