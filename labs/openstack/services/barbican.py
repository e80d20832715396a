"""barbican: keys under a key-encryption key of this lab, in its database."""

import shutil

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    name, etc = region.name, lab.etc(region.name, "barbican")
    default = ini.default(lab, "barbican", name)
    del default["my_ip"], default["host"]
    database = lab.database(f"{name}_barbican")
    ini.write(
        etc / ".barbican" / "barbican.conf",  # read from $HOME/.barbican and nowhere else
        {
            "DEFAULT": {
                **default,
                "host_href": lab.url("barbican", name),
                "db_auto_create": False,
                "sql_connection": database,
            },
            "database": {"connection": database},
            "keystone_authtoken": ini.authtoken(lab, "barbican", name),
            "queue": {"enable": False},
            "keystone_notifications": {"enable": False},
            "secretstore": {"enabled_secretstore_plugins": "store_crypto"},
            "crypto": {"enabled_crypto_plugins": "simple_crypto"},
            "simple_crypto_plugin": {"kek": lab.secrets["key-encryption-key"]},
        },
    )
    shutil.copy(lab.shipped("barbican") / "barbican-api-paste.ini", etc)


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    home = f"HOME={lab.etc(region.name, 'barbican')}"
    return [["env", home, lab.bin("barbican-manage"), "db", "upgrade"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    etc, name = lab.etc(region.name, "barbican"), region.name
    env = {"HOME": str(etc), "LAB_BARBICAN_PASTE": str(etc / "barbican-api-paste.ini")}
    return [Service(f"barbican-api-{name}", wsgi="lab_barbican", port=lab.port("barbican", name), env=env)]


PROJECT = Project(
    name="barbican",
    types=("key-manager",),
    roles=("creator", "observer", "audit", "key-manager:service-admin"),
    databases=("barbican",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
