"""octavia: its API with a provider that makes no balancer (drivers/lab_octavia.py)."""

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service


def _configure(lab: Lab, region: Region) -> None:
    name = region.name
    default = ini.default(lab, "octavia", name)
    for foreign in ("state_path", "my_ip", "host"):
        del default[foreign]
    unlimited = ("load_balancer", "listener", "member", "pool", "health_monitor", "l7policy", "l7rule")
    ini.write(
        lab.etc(name, "octavia") / "octavia.conf",
        {
            "DEFAULT": default,
            "api_settings": {
                "bind_host": "127.0.0.1",
                "auth_strategy": "keystone",
                "default_provider_driver": "amphora",
                "enabled_provider_drivers": "amphora: lab driver under the usual name,lab: lab driver",
                "allow_tls_terminated_listeners": True,
                "minimum_tls_version": "TLSv1.2",
            },
            "database": ini.sql(lab, f"{name}_octavia"),
            "keystone_authtoken": ini.authtoken(lab, "octavia", name),
            "service_auth": ini.login(lab, "octavia", name),
            "controller_worker": {"network_driver": "allowed_address_pairs_driver"},
            # A login of its own: octavia would copy it from service_auth when first asked, and two may ask.
            "neutron": {**ini.login(lab, "octavia", name), "valid_interfaces": "public"},
            "certificates": {
                "cert_manager": "barbican_cert_manager",
                "barbican_auth": "barbican_acl_auth",
                "region_name": name,
                "endpoint_type": "publicURL",
                "endpoint": lab.url("barbican", name),
            },
            "quotas": {f"default_{what}_quota": -1 for what in unlimited},
            "oslo_messaging": {"topic": "octavia_prov"},
        },
    )


def _config(lab: Lab, region: Region) -> tuple[str, str]:
    return "--config-file", str(lab.etc(region.name, "octavia") / "octavia.conf")


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    return [[lab.bin("octavia-db-manage"), *_config(lab, region), "upgrade", "head"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    name = region.name
    return [
        Service(
            f"octavia-api-{name}",
            wsgi="lab_octavia",
            args=_config(lab, region),
            port=lab.port("octavia", name),
            fork="octavia.api.root_controller,lab_octavia",
        )
    ]


PROJECT = Project(
    name="octavia",
    types=("load-balancer",),
    roles=(
        "load-balancer_member",
        "load-balancer_observer",
        "load-balancer_global_observer",
        "load-balancer_quota_admin",
        "load-balancer_admin",
    ),
    databases=("octavia",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
