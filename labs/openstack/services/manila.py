"""manila: one for all regions, in the main one; its shares are entries in a database."""

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    ini.write(
        lab.etc(region.name, "manila") / "manila.conf",
        {
            "DEFAULT": {
                **ini.default(lab, "manila", region.name),
                "auth_strategy": "keystone",
                "api_paste_config": str(lab.shipped("manila") / "api-paste.ini"),
                "enabled_share_backends": "dummy",
                "enabled_share_protocols": "NFS,CIFS",
                "default_share_type": "default",
                "storage_availability_zone": next(iter(region.zones)),
                "rootwrap_config": str(lab.shipped("manila") / "rootwrap.conf"),
            },
            "dummy": {
                "share_driver": "manila.tests.share.drivers.dummy.DummyDriver",
                "driver_handles_share_servers": False,
                "share_backend_name": "dummy",
            },
            "database": ini.sql(lab, "manila"),
            "keystone_authtoken": ini.authtoken(lab, "manila", region.name),
            "coordination": {"backend_url": f"file://{lab.state(f'manila-{region.name}')}"},
            "oslo_concurrency": ini.locks(lab),
            "oslo_messaging_notifications": ini.QUIET,
            "quota": {f"{what}": -1 for what in ("shares", "gigabytes", "snapshots", "snapshot_gigabytes")},
        },
    )


def _config(lab: Lab, region: Region) -> tuple[str, str]:
    return "--config-file", str(lab.etc(region.name, "manila") / "manila.conf")


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    return [[lab.bin("manila-manage"), *_config(lab, region), "db", "sync"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    config = _config(lab, region)
    return [
        Service("manila-api", wsgi="manila.wsgi.api", args=config, port=lab.port("manila")),
        Service("manila-scheduler", script="manila.cmd.scheduler:main", args=config),
        Service("manila-share", script="manila.cmd.share:main", args=config),
    ]


PROJECT = Project(
    name="manila",
    types=("shared-file-system", "sharev2"),
    path="/v2",
    databases=("manila",),
    regional=False,
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
