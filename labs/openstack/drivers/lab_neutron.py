"""Neutron without agents: ports bind, VPN and firewall drivers report what their agents would.

Loaded by neutron by dotted path and entry point. Nothing here moves a packet.
"""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

import netaddr
from neutron.services.qos.drivers.openvswitch import driver as qos
from neutron.services.trunk.drivers import base as trunk
from neutron_fwaas.services.firewall.service_drivers import driver_api as fwaas
from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.plugins.ml2 import api
from neutron_vpnaas.services.vpn import service_drivers as vpnaas

VIF = portbindings.VIF_TYPE_OVS


class Trunk(trunk.DriverBase):
    """Trunks are accepted; the base class subscribes itself to the trunk plugin."""

    is_loaded = True


class Qos(qos.OVSDriver):
    """All of Open vSwitch's QoS rules are accepted."""

    is_loaded = True


class BindAll(api.MechanismDriver):
    """Binds each port to whatever host it names, at once and ACTIVE."""

    def initialize(self):
        """Called once by ML2."""
        self.trunk = Trunk("bindall", (VIF,), ("vlan",), can_trunk_bound_port=True)
        self.qos = Qos(
            "bindall",
            [VIF],
            [portbindings.VNIC_NORMAL],
            qos.SUPPORTED_RULES,
            requires_rpc_notifications=False,
        )

    @property
    def connectivity(self):
        """Layer 2, as Open vSwitch has it."""
        return portbindings.CONNECTIVITY_L2

    def bind_port(self, context):
        """Take the first segment."""
        segment = context.segments_to_bind[0]
        details = {
            portbindings.CAP_PORT_FILTER: True,
            portbindings.VIF_DETAILS_CONNECTIVITY: self.connectivity,
        }
        context.set_binding(segment[api.ID], VIF, details, status=constants.PORT_STATUS_ACTIVE)


class Vpn(vpnaas.VpnDriver):
    """IPsec services take the router's external addresses; they and their connections are ACTIVE at once."""

    service_type = "IPSEC"

    def create_vpnservice(self, context, vpnservice):
        """Give the service the addresses that its tunnels would start from."""
        router = self.l3_plugin.get_router(context.elevated(), vpnservice["router_id"])
        fixed = (router.get("external_gateway_info") or {}).get("external_fixed_ips", [])
        by_version = {netaddr.IPAddress(ip["ip_address"]).version: ip["ip_address"] for ip in fixed}
        v4, v6 = by_version.get(4), by_version.get(6)
        vpnservice["external_v4_ip"], vpnservice["external_v6_ip"] = v4, v6
        self.service_plugin.set_external_tunnel_ips(context, vpnservice["id"], v4_ip=v4, v6_ip=v6)
        self.update_vpnservice(context, None, vpnservice)

    def update_vpnservice(self, context, _old, vpnservice):
        """Report it ACTIVE."""
        self.service_plugin.set_vpnservice_status(
            context, vpnservice["id"], constants.ACTIVE, updated_pending_status=True
        )

    def delete_vpnservice(self, context, vpnservice):
        """Nothing to tear down."""

    def create_ipsec_site_connection(self, context, connection):
        """Report it ACTIVE."""
        self.service_plugin.update_ipsec_site_conn_status(context, connection["id"], constants.ACTIVE)

    def update_ipsec_site_connection(self, context, _old, connection):
        """Report it ACTIVE again."""
        self.create_ipsec_site_connection(context, connection)

    def delete_ipsec_site_connection(self, context, connection):
        """Nothing to tear down."""


class Firewall(fwaas.FirewallDriverDB):
    """Firewall groups with ports are ACTIVE, others INACTIVE."""

    def create_firewall_group_precommit(self, context, group):
        """State of a new group."""
        _settle(group)

    def update_firewall_group_precommit(self, context, _old, group):
        """State of a changed group."""
        _settle(group)

    def is_supported_l2_port(self, port):
        """Any port will do."""
        return True

    def is_supported_l3_port(self, port):
        """Any port will do."""
        return True


def _settle(group):
    up = group.get("admin_state_up", True) and group.get("ports")
    group["status"] = constants.ACTIVE if up else constants.INACTIVE
