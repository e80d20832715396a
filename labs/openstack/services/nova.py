"""nova: API, conductor, scheduler, nova-compute; the hypervisors are simulated (drivers/lab_compute.py)."""

import json
import shutil
from collections.abc import Mapping

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service

FILTERS = (
    "ComputeFilter",
    "ComputeCapabilitiesFilter",
    "ImagePropertiesFilter",
    "NUMATopologyFilter",
    "AggregateInstanceExtraSpecsFilter",
    "ServerGroupAntiAffinityFilter",
    "ServerGroupAffinityFilter",
)
# all three run on native threads, so one process can import for all; not the scheduler's manager, whose
# periodic tasks read their configuration when it is imported
FORK = "lab_compute,nova.conductor.manager"
UNLIMITED = (
    "instances",
    "cores",
    "ram",
    "key_pairs",
    "server_groups",
    "server_group_members",
    "metadata_items",
)


def _configure(lab: Lab, region: Region) -> None:
    etc, name = lab.etc(region.name, "nova"), region.name
    common: dict[str, Mapping[str, ini.Value]] = {
        "DEFAULT": {
            **ini.default(lab, "nova", name),
            "compute_driver": "fake.LabDriver",  # nova looks for drivers in nova.virt only
            "instances_path": str(lab.state(f"nova-{name}") / "instances"),
            "vif_plugging_is_fatal": False,
            "vif_plugging_timeout": 0,
            "enabled_apis": "osapi_compute",
            "allow_resize_to_same_host": True,
            "shutdown_timeout": 0,
            "resize_confirm_window": 0,
            "report_interval": 60,
            "service_down_time": 600,  # a busy machine is no lost host; `host down` is
            "update_resources_interval": 60,
            "flat_injected": False,
            "reserved_host_memory_mb": 0,
        },
        "api": {"auth_strategy": "keystone"},
        "wsgi": {"api_paste_config": str(etc / "api-paste.ini")},
        "keystone_authtoken": ini.authtoken(lab, "nova", name),
        "service_user": {**ini.login(lab, "nova", name), "send_service_user_token": True},
        "placement": ini.login(lab, "placement", name),
        "neutron": {**ini.login(lab, "neutron", name), "endpoint_override": lab.url("neutron", name)},
        "glance": {"api_servers": lab.url("glance", name)},
        "cinder": {**ini.login(lab, "cinder", name), "os_region_name": name},
        "conductor": {"workers": 1},
        "scheduler": {"workers": 1, "discover_hosts_in_cells_interval": 5},
        "filter_scheduler": {"enabled_filters": ",".join(FILTERS), "track_instance_changes": False},
        "quota": dict.fromkeys(UNLIMITED, -1),
        "vnc": {"enabled": False},
        "spice": {"enabled": False},
        "oslo_concurrency": ini.locks(lab),
        "oslo_messaging_notifications": ini.QUIET,
        "oslo_reports": {"log_dir": str(lab.place.log)},
        **ini.keys(lab, name),
    }
    databases: dict[str, Mapping[str, ini.Value]] = {
        "api_database": ini.sql(lab, f"{name}_nova_api"),
        "database": ini.sql(lab, f"{name}_nova"),
    }
    ini.write(etc / "nova.conf", common | databases)
    # nova-compute reaches no database; one that knows them asks all cells at its start, in threads that race
    ini.write(etc / "compute.conf", common)
    shutil.copy(lab.shipped("nova") / "api-paste.ini", etc)
    facts = {host: lab.layout.facts[host] for host in region.hosts}
    ini.write_text(etc / "hosts.json", json.dumps(facts))
    for host in region.hosts:
        ini.write(
            etc / f"{host}.conf",
            {
                "DEFAULT": {
                    **ini.logging(lab, f"nova-compute-{host}"),
                    "host": host,
                    "state_path": str(lab.state(f"nova-{host}")),
                }
            },
        )


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    manage = [lab.bin("nova-manage"), "--config-file", str(lab.etc(region.name, "nova") / "nova.conf")]
    cell0 = lab.database(f"{region.name}_nova_cell0")
    return [
        [*manage, "api_db", "sync"],
        [*manage, "cell_v2", "map_cell0", "--database_connection", cell0],
        [*manage, "db", "sync"],
        [*manage, "cell_v2", "create_cell", "--name", "cell1"],
    ]


def _adapt(lab: Lab, region: Region) -> str:
    """nova keeps the addresses of its database and its queue in the database."""
    main, name = lab.layout.main.name, region.name
    return (
        f"UPDATE {name}_nova_api.cell_mappings SET "  # noqa: S608 - names of the layout
        f"database_connection=REPLACE(database_connection, '/{main}_', '/{name}_'), "
        f"transport_url=REPLACE(transport_url, '/{main}', '/{name}')"
    )


def _services(lab: Lab, region: Region) -> list[Service]:
    etc, name = lab.etc(region.name, "nova"), region.name
    env = {"OS_NOVA_CONFIG_DIR": str(etc)}
    config = ("--config-file", str(etc / "nova.conf"))
    return [
        Service(f"nova-api-{name}", wsgi="nova.wsgi.osapi_compute", port=lab.port("nova", name), env=env),
        Service(f"nova-conductor-{name}", script="nova.cmd.conductor:main", args=config, env=env, fork=FORK),
        Service(f"nova-scheduler-{name}", script="nova.cmd.scheduler:main", args=config, env=env, fork=FORK),
        *(
            Service(
                f"nova-compute-{host}",
                script="nova.cmd.compute:main",
                args=("--config-file", str(etc / "compute.conf"), "--config-file", str(etc / f"{host}.conf")),
                env={**env, "LAB_HOSTS": str(etc / "hosts.json")},
                fork=FORK,
            )
            for host in region.hosts
        ),
    ]


PROJECT = Project(
    name="nova",
    types=("compute",),
    path="/v2.1",
    databases=("nova_api", "nova", "nova_cell0"),
    configure=_configure,
    prepare=_prepare,
    adapt=_adapt,
    services=_services,
)
