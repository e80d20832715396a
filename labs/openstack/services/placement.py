"""placement: inventories, traits and zones of the hypervisors."""

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    ini.write(
        lab.etc(region.name, "placement") / "placement.conf",
        {
            "DEFAULT": ini.logging(lab, f"placement-{region.name}"),
            "placement_database": ini.sql(lab, f"{region.name}_placement"),
            "api": {"auth_strategy": "keystone"},
            "keystone_authtoken": ini.authtoken(lab, "placement", region.name),
        },
    )


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    config = str(lab.etc(region.name, "placement") / "placement.conf")
    return [[lab.bin("placement-manage"), "--config-file", config, "db", "sync"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    return [
        Service(
            f"placement-api-{region.name}",
            wsgi="placement.wsgi.api",
            port=lab.port("placement", region.name),
            env={"OS_PLACEMENT_CONFIG_DIR": str(lab.etc(region.name, "placement"))},
            fork="placement.deploy",
        )
    ]


PROJECT = Project(
    name="placement",
    types=("placement",),
    databases=("placement",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
