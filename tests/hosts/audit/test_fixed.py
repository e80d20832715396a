"""What was made immutable by hand is left alone and named; the other controls go on."""

import pytest

from medcloud.hosts.audit.judge import audit
from medcloud.hosts.audit.plan import HostPlan, plan
from medcloud.hosts.controls import catalogue
from medcloud.hosts.run.per_host import came_of
from tests.hosts.states import host

SSHD = "/etc/ssh/sshd_config"


def planned(fixed: str, *ids: str) -> HostPlan:
    state = {
        "fixed": f"----i---------e------- {fixed}",
        "sshd": "maxauthtries 6",
        "accounts": "root:0:0:/root:/bin/bash:y:0:19660:0:99999:7::",
        "rights": {"/etc/shadow": "f 644 root root", "/etc/passwd": "f 666 root root"},
        "files": {SSHD: "MaxAuthTries 6\n", "/etc/login.defs": "PASS_MAX_DAYS 90\n"},
    }
    return plan(host({"state": state}, ids[0]), [catalogue.control(id_) for id_ in ids])


@pytest.mark.parametrize(
    ("fixed", "id_"),
    [
        (SSHD, "ssh-tries"),
        ("/etc/ssh", "ssh-tries"),  # a new file cannot take its place there
        ("/etc/shadow", "password-age"),  # by chage
        ("/etc/passwd", "account-files"),  # by chmod
    ],
)
def test_left_alone_and_named(fixed: str, id_: str) -> None:
    found = planned(fixed, id_)
    assert found.overlay.empty
    assert f"{fixed}: 不可变属性" in found.before[0].findings[-1].zh


def test_the_others_go_on() -> None:
    found = planned("/etc/shadow", "password-age", "ssh-tries")
    assert found.changing == ("ssh-tries",)
    assert list(found.overlay.files) == [SSHD]


def test_what_came_of_it_says_why_nothing_was_set() -> None:
    found = planned("/etc/shadow", "password-age", "ssh-tries")
    age, tries = came_of(
        found, audit(found.target, [catalogue.control("password-age"), catalogue.control("ssh-tries")])
    )
    assert "不可变属性" in age.findings[-1].zh
    assert "不可变属性" not in tries.findings[-1].zh
