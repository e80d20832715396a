"""neutron without agents: ports bind, tunnels report ACTIVE, no packet moves (drivers/lab_neutron.py)."""

from labs.openstack import ini
from labs.openstack.lab import Lab
from labs.openstack.layout import Region
from labs.openstack.project import Project, Service

PLUGINS = (
    *("router", "trunk", "qos", "port_forwarding", "auto_allocate", "flavors", "metering"),
    *("vpnaas", "firewall_v2", "bgp"),
)
QUOTAS = (
    *(
        "network",
        "subnet",
        "port",
        "router",
        "floatingip",
        "security_group",
        "security_group_rule",
        "rbac_policy",
    ),
    *("trunk", "address_group", "firewall_group", "firewall_policy", "firewall_rule", "vpnservice"),
    *("ipsec_site_connection", "ikepolicy", "ipsecpolicy", "endpoint_group", "subnetpool", "address_scope"),
)


def _configure(lab: Lab, region: Region) -> None:
    ini.write(
        lab.etc(region.name, "neutron") / "neutron.conf",
        {
            "DEFAULT": {
                **ini.default(lab, "neutron", region.name),
                "core_plugin": "ml2",
                "auth_strategy": "keystone",
                "service_plugins": ",".join(PLUGINS),
                "api_paste_config": str(lab.shipped("neutron") / "api-paste.ini"),
                "notify_nova_on_port_status_changes": False,
                "notify_nova_on_port_data_changes": False,
                "api_workers": 1,
                "rpc_workers": 0,
                "rpc_state_report_workers": 0,
                "allow_automatic_dhcp_failover": False,
                "dhcp_agent_notification": False,
                "router_distributed": False,
                "l3_ha": False,
                "dns_domain": "lab.example.",
            },
            "service_providers": {
                "service_provider": [
                    "VPN:lab:lab_neutron.Vpn:default",
                    "FIREWALL_V2:lab:lab_neutron.Firewall:default",
                ]
            },
            "database": ini.sql(lab, f"{region.name}_neutron"),
            "keystone_authtoken": ini.authtoken(lab, "neutron", region.name),
            "nova": ini.login(lab, "nova", region.name),
            "placement": ini.login(lab, "placement", region.name),
            "quotas": {f"quota_{what}": -1 for what in QUOTAS},
            "ml2": {
                "type_drivers": "flat,vlan,vxlan,local",
                "tenant_network_types": "vxlan",
                "mechanism_drivers": "bindall",
                "extension_drivers": "port_security,qos",
            },
            "ml2_type_flat": {"flat_networks": "*"},
            "ml2_type_vlan": {"network_vlan_ranges": "physnet1:1:4094"},
            "ml2_type_vxlan": {"vni_ranges": "1:20000"},
            "securitygroup": {"enable_security_group": True},
            "oslo_concurrency": ini.locks(lab),
            "oslo_messaging_notifications": ini.QUIET,
        },
    )


def _prepare(lab: Lab, region: Region) -> list[list[str]]:
    config = str(lab.etc(region.name, "neutron") / "neutron.conf")
    return [[lab.bin("neutron-db-manage"), "--config-file", config, "upgrade", "heads"]]


def _services(lab: Lab, region: Region) -> list[Service]:
    return [
        Service(
            f"neutron-api-{region.name}",
            wsgi="neutron.wsgi.api",
            port=lab.port("neutron", region.name),
            env={
                "OS_NEUTRON_CONFIG_DIR": str(lab.etc(region.name, "neutron")),
                "OS_NEUTRON_CONFIG_FILES": "neutron.conf",
            },
            fork="neutron.plugins.ml2.plugin,neutron.services.l3_router.l3_router_plugin,lab_neutron",
        )
    ]


PROJECT = Project(
    name="neutron",
    types=("network",),
    databases=("neutron",),
    configure=_configure,
    prepare=_prepare,
    services=_services,
)
