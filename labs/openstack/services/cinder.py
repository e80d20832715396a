"""cinder: one backend a zone, which keeps no data; keys of encrypted types are barbican's."""

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service

FORK = "cinder.cmd.volume"


def _configure(lab: Lab, region: Region) -> None:
    name = region.name
    backend = {
        "volume_driver": "lab_volume.LabVolumeDriver",
        "volume_backend_name": "lab",
    }
    ini.write(
        lab.etc(name, "cinder") / "cinder.conf",
        {
            "DEFAULT": {
                **ini.default(lab, "cinder", name),
                "auth_strategy": "keystone",
                "enabled_backends": ",".join(region.zones),
                "api_paste_config": str(lab.shipped("cinder") / "api-paste.ini"),
                "default_volume_type": "__DEFAULT__",
                "glance_api_servers": lab.url("glance", name),
                "volume_clear": "none",
                "report_interval": 10,
                "service_down_time": 600,
                "storage_availability_zone": next(iter(region.zones)),
                "allow_availability_zone_fallback": False,
                **{
                    f"quota_{what}": -1 for what in ("volumes", "gigabytes", "snapshots", "groups", "backups")
                },
            },
            **{zone: {**backend, "backend_availability_zone": zone} for zone in region.zones},
            "database": ini.sql(lab, f"{name}_cinder"),
            "keystone_authtoken": ini.authtoken(lab, "cinder", name),
            "service_user": {**ini.login(lab, "cinder", name), "send_service_user_token": True},
            "nova": {**ini.login(lab, "nova", name), "interface": "public"},
            "coordination": {"backend_url": f"file://{lab.state(f'cinder-{name}')}"},
            "oslo_concurrency": ini.locks(lab),
            "oslo_messaging_notifications": ini.QUIET,
            **ini.keys(lab, name),
        },
    )


def _config(lab: Lab, region: Region) -> tuple[str, str]:
    return "--config-file", str(lab.etc(region.name, "cinder") / "cinder.conf")


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    return [[lab.bin("cinder-manage"), *_config(lab, region), "db", "sync"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    config, name = _config(lab, region), region.name
    return [
        Service(f"cinder-api-{name}", wsgi="cinder.wsgi.api", args=config, port=lab.port("cinder", name)),
        Service(f"cinder-scheduler-{name}", script="cinder.cmd.scheduler:main", args=config, fork=FORK),
        Service(f"cinder-volume-{name}", script="cinder.cmd.volume:main", args=config, fork=FORK),
    ]


PROJECT = Project(
    name="cinder",
    types=("block-storage", "volumev3"),
    path="/v3/%(project_id)s",
    databases=("cinder",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
