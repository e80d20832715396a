"""keystone: one for all regions, with the password, lockout and history rules of 7.2.3.1-a."""

import getpass
import grp
import os

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service

PASSWORD_RULES: dict[str, ini.Value] = {
    "password_expires_days": 90,
    "lockout_failure_attempts": 5,
    "lockout_duration": 1800,
    "unique_last_password_count": 5,
    "minimum_password_age": 0,
    "password_regex": r"^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[^a-zA-Z0-9]).{10,}$",
    "password_regex_description": "10 characters or more: upper and lower case, digit, special",
}


def _configure(lab: Lab, region: Region) -> None:
    etc = lab.etc(region.name, "keystone")
    ini.write(
        etc / "keystone.conf",
        {
            "DEFAULT": {**ini.logging(lab, "keystone"), "public_endpoint": lab.url("keystone")},
            "database": ini.sql(lab, "keystone"),
            "token": {"provider": "fernet", "expiration": 86400},
            "fernet_tokens": {"key_repository": str(lab.state("keystone-fernet"))},
            "credential": {"key_repository": str(lab.state("keystone-credential"))},
            "identity": {"password_hash_rounds": 4},  # the least: passwords here are random and live an hour
            "security_compliance": PASSWORD_RULES,
            "oslo_messaging_notifications": ini.QUIET,
        },
    )


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    manage = [
        lab.bin("keystone-manage"),
        "--config-file",
        str(lab.etc(region.name, "keystone") / "keystone.conf"),
    ]
    url = lab.keystone
    group = grp.getgrgid(os.getgid()).gr_name
    owner = ["--keystone-user", getpass.getuser(), "--keystone-group", group]
    return [
        [*manage, "db_sync"],
        [*manage, "fernet_setup", *owner],
        [*manage, "credential_setup", *owner],
        [
            *(*manage, "bootstrap", "--bootstrap-password", lab.secrets["admin"]),
            *("--bootstrap-region-id", region.name),
            *("--bootstrap-public-url", url, "--bootstrap-internal-url", url, "--bootstrap-admin-url", url),
        ],
    ]


def _services(lab: Lab, region: Region) -> list[Service]:
    return [
        Service(
            "keystone",
            wsgi="keystone.wsgi.api",
            port=lab.port("keystone"),
            env={"OS_KEYSTONE_CONFIG_DIR": str(lab.etc(region.name, "keystone"))},
        )
    ]


PROJECT = Project(
    name="keystone",
    types=("identity",),
    path="/v3",
    databases=("keystone",),
    regional=False,
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
