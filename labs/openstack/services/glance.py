"""glance: images as files; nothing is preloaded."""

import shutil

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    etc, state = lab.etc(region.name, "glance"), lab.state(f"glance-{region.name}")
    ini.write(
        etc / "glance-api.conf",
        {
            "DEFAULT": {
                **ini.logging(lab, f"glance-{region.name}"),
                "enabled_backends": "fs:file",
                "bind_host": "127.0.0.1",
                "enabled_import_methods": "[glance-direct]",
                "worker_self_reference_url": lab.url("glance", region.name),
            },
            "database": ini.sql(lab, f"{region.name}_glance"),
            "glance_store": {"default_backend": "fs"},
            "fs": {"filesystem_store_datadir": str(state / "images")},
            "os_glance_staging_store": {"filesystem_store_datadir": str(state / "staging")},
            "os_glance_tasks_store": {"filesystem_store_datadir": str(state / "tasks")},
            "keystone_authtoken": ini.authtoken(lab, "glance", region.name),
            "paste_deploy": {"flavor": "keystone"},
            "oslo_concurrency": ini.locks(lab),
            "oslo_messaging_notifications": ini.QUIET,
        },
    )
    (state / "images").mkdir(exist_ok=True)
    shutil.copy(lab.shipped("glance") / "glance-api-paste.ini", etc)


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    config = str(lab.etc(region.name, "glance") / "glance-api.conf")
    return [[lab.bin("glance-manage"), "--config-file", config, "db_sync"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    return [
        Service(
            f"glance-api-{region.name}",
            wsgi="glance.wsgi.api",
            port=lab.port("glance", region.name),
            env={"OS_GLANCE_CONFIG_DIR": str(lab.etc(region.name, "glance"))},
            fork="glance.api.v2.router",
        )
    ]


PROJECT = Project(
    name="glance",
    types=("image",),
    databases=("glance",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
