"""designate: one for all regions, in the main one; its mdns answers queries, no name server is behind it."""

import json
import shutil

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    etc = lab.etc(region.name, "designate")
    default = ini.default(lab, "designate", region.name)
    del default["my_ip"]
    ini.write(
        etc / "designate.conf",
        {
            "DEFAULT": {
                **default,
                "quota_zones": 10000,
                "quota_zone_recordsets": 10000,
                "quota_zone_records": 10000,
                "quota_recordset_records": 1000,
            },
            "service:api": {
                "auth_strategy": "keystone",
                "enable_api_v2": True,
                "enable_api_admin": True,
                "api_base_uri": lab.url("designate"),
                "enabled_extensions_admin": "quotas",
                "quotas_verify_project_id": False,
            },
            "service:central": {"workers": 1, "threads": 20},
            "service:worker": {
                "workers": 1,
                "threads": 20,
                "poll_delay": 0,
                "poll_retry_interval": 1,
                "poll_timeout": 2,
                "poll_max_retries": 3,
            },
            "service:producer": {"workers": 1},
            "service:mdns": {
                "workers": 1,
                "threads": 20,
                "listen": f"127.0.0.1:{lab.port('designate-mdns')}",
            },
            "storage:sqlalchemy": {"connection": lab.database("designate")},
            "keystone_authtoken": ini.authtoken(lab, "designate", region.name),
            "oslo_concurrency": ini.locks(lab),
            "heartbeat_emitter": {"emitter_type": "noop"},
            "producer_task:increment_serial": {"interval": 1},
            "producer_task:delayed_notify": {"interval": 1},
            "producer_task:zone_purge": {"interval": 3600},
        },
    )
    shutil.copy(lab.shipped("designate") / "api-paste.ini", etc)
    ini.write_text(etc / "pools.yaml", json.dumps([_pool(lab)]))  # JSON is YAML


def _pool(lab: Lab) -> dict[str, object]:
    mdns = {"host": "127.0.0.1", "port": lab.port("designate-mdns")}
    return {
        "name": "default",
        "description": "the lab's only pool",
        "attributes": {},
        "ns_records": [{"hostname": "ns1.lab.example.", "priority": 1}],
        "nameservers": [mdns],
        "targets": [{"type": "fake", "description": "no server", "masters": [mdns], "options": mdns}],
    }


def _config(lab: Lab, region: Region) -> tuple[str, str]:
    return "--config-file", str(lab.etc(region.name, "designate") / "designate.conf")


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    return [[lab.bin("designate-manage"), *_config(lab, region), "database", "sync"]]


def pool_update(lab: Lab) -> list[str]:
    """The command that makes the pool; it wants designate-central to be running."""
    region = lab.layout.main
    pools = str(lab.etc(region.name, "designate") / "pools.yaml")
    return [lab.bin("designate-manage"), *_config(lab, region), "pool", "update", "--file", pools]


def _services(lab: Lab, region: Region) -> list[Service]:
    env = {"OS_DESIGNATE_CONFIG_DIR": str(lab.etc(region.name, "designate"))}
    return [
        Service("designate-api", wsgi="designate.wsgi.api", port=lab.port("designate"), env=env),
        *(
            Service(f"designate-{what}", script=f"designate.cmd.{what}:main", args=_config(lab, region))
            for what in ("central", "worker", "producer")
        ),
        Service(
            "designate-mdns",
            script="designate.cmd.mdns:main",
            args=_config(lab, region),
            port=lab.port("designate-mdns"),
        ),
    ]


PROJECT = Project(
    name="designate",
    types=("dns",),
    databases=("designate",),
    regional=False,
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
