"""keystone of the running lab: 7.2.3.1-a's rules, domains, and what a plain member may do."""

import json
import secrets
import uuid
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

import openstack.exceptions
import pytest
import requests

from tests.support.lab_env import Lab

pytestmark = [pytest.mark.lab, pytest.mark.item("7.2.3.1-a")]
REFUSED = 401
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def person(lab: Lab) -> Iterator[Any]:
    """A user of the Default domain under the rules."""
    identity: Any = lab.connect().identity
    made = identity.create_user(name=f"lt-{uuid.uuid4().hex[:8]}", password=fresh(), domain_id="default")
    yield made
    identity.delete_user(made)


def fresh() -> str:
    return f"Aa1!{secrets.token_hex(8)}"


def sign_in(lab: Lab, user: Any, password: str) -> int:
    who = {"id": user.id, "password": password}
    body = {"auth": {"identity": {"methods": ["password"], "password": {"user": who}}}}
    url = lab.connect().config.get_auth_args()["auth_url"]
    return requests.post(f"{url}/auth/tokens", data=json.dumps(body), headers=JSON, timeout=60).status_code


def change(lab: Lab, user: Any, old: str, new: str) -> requests.Response:
    url = lab.connect().config.get_auth_args()["auth_url"]
    body = {"user": {"original_password": old, "password": new}}
    return requests.post(f"{url}/users/{user.id}/password", json=body, timeout=60)


def test_five_wrong_passwords_lock_the_account(lab: Lab, person: Any) -> None:
    password = fresh()
    lab.connect().identity.update_user(person, password=password)
    assert sign_in(lab, person, password) == requests.codes.created
    for _ in range(4):
        assert sign_in(lab, person, "wrong") == REFUSED
    assert sign_in(lab, person, password) == requests.codes.created  # four are forgiven
    for _ in range(5):
        assert sign_in(lab, person, "wrong") == REFUSED
    assert sign_in(lab, person, password) == REFUSED


def test_the_last_five_passwords_may_not_come_back(lab: Lab, person: Any) -> None:
    used = [fresh()]
    lab.connect().identity.update_user(person, password=used[0])
    for _ in range(4):
        used.append(fresh())
        assert change(lab, person, used[-2], used[-1]).status_code == requests.codes.no_content
    refused = change(lab, person, used[-1], used[0])
    assert refused.status_code == requests.codes.bad_request
    assert "identical to a previous password" in refused.text
    used.append(fresh())
    assert change(lab, person, used[-2], used[-1]).status_code == requests.codes.no_content
    assert (
        change(lab, person, used[-1], used[0]).status_code == requests.codes.no_content
    )  # the sixth is free


def test_a_weak_password_is_refused_and_a_good_one_expires_in_90_days(lab: Lab, person: Any) -> None:
    admin = lab.connect()
    with pytest.raises(openstack.exceptions.BadRequestException, match="10 characters"):
        admin.identity.update_user(person, password="onlyletters")
    user = admin.identity.get(f"/users/{person.id}").json()["user"]
    expiry, made = user["password_expires_at"][:10], admin.identity.get("/").headers["Date"]
    days = _days_between(made, expiry)
    assert days == 90


def _days_between(http_date: str, iso_day: str) -> int:
    return (date.fromisoformat(iso_day) - parsedate_to_datetime(http_date).date()).days


def test_public_and_edge_live_in_domains_of_their_own(lab: Lab) -> None:
    domains = {
        cloud: lab.connect(cloud).config.auth["user_domain_name"] for cloud in ("private", "public", "edge")
    }
    assert domains == {"private": "Default", "public": "public", "edge": "edge"}
    projects = {lab.connect(cloud).current_project_id for cloud in domains}
    assert len(projects) == 3


def test_a_member_sees_its_own_project_only_and_makes_no_flavor(lab: Lab) -> None:
    private, public = lab.connect("private-member"), lab.connect("public")
    made = private.network.create_network(name=f"lt-{uuid.uuid4().hex[:8]}")
    try:
        assert public.network.find_network(made.id, ignore_missing=True) is None
    finally:
        private.network.delete_network(made)
    with pytest.raises(openstack.exceptions.ForbiddenException):
        private.compute.create_flavor(name="lt-forbidden", ram=1, vcpus=1, disk=1)
