"""An IPsec connection from one centre to another; there is no plain one (7.2.1-b)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.labels import brief
from medcloud.standard.decides import decides

_PROBE, _SILENCE = 30, 120  # seconds between probes of the peer, until it counts as dead


class SiteLinkArgs(TypedDict):
    """One side of a connection; the other side has its own."""

    router_id: NotRequired[pulumi.Input[str] | None]
    """Router to make a VPN service on; a router carries one. Give this or `service_id`."""
    service_id: NotRequired[pulumi.Input[str] | None]
    """VPN service that exists."""
    local_subnet_ids: list[pulumi.Input[str]]
    """Subnets of this side, all of one address family."""
    peer_address: pulumi.Input[str]
    """Outside address of the other side."""
    peer_cidrs: list[str]
    """Prefixes of the other side."""
    psk: pulumi.Input[str]
    """Key that both sides share. Give it as a secret."""
    ike_encryption: str
    """Cipher of the key exchange, e.g. `aes-256`."""
    ike_integrity: str
    """Hash of the key exchange, e.g. `sha256`."""
    esp_encryption: str
    """Cipher of the traffic."""
    esp_integrity: str
    """Hash of the traffic."""
    group: str
    """Diffie-Hellman group, e.g. `group14`; also for perfect forward secrecy."""
    lifetime_seconds: int
    """Seconds until keys are made anew."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


@decides("7.2.1-b")
class SiteLink(pulumi.ComponentResource):
    """IKEv2 and ESP policies, the prefixes of both sides and the connection."""

    connection_id: pulumi.Output[str]
    """Id of the connection."""

    def __init__(self, name: str, args: SiteLinkArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:SiteLink", name, {}, opts)
        self._text = brief(args["labels"])
        self._options = pulumi.ResourceOptions(parent=self)
        connection = openstack.vpnaas.SiteConnection(
            name,
            name=name,
            description=self._text,
            ikepolicy_id=self._ike(name, args),
            ipsecpolicy_id=self._ipsec(name, args),
            vpnservice_id=args.get("service_id") or self._service(name, args),
            local_ep_group_id=self._endpoints(f"{name}-local", "subnet", args["local_subnet_ids"]),
            peer_ep_group_id=self._endpoints(f"{name}-peer", "cidr", args["peer_cidrs"]),
            peer_address=args["peer_address"],
            peer_id=args["peer_address"],
            psk=pulumi.Output.secret(args["psk"]),
            initiator="bi-directional",
            dpds=[
                openstack.vpnaas.SiteConnectionDpdArgs(action="restart", interval=_PROBE, timeout=_SILENCE)
            ],
            opts=pulumi.ResourceOptions(parent=self, additional_secret_outputs=["psk"]),
        )
        self.connection_id = connection.id
        self.register_outputs({"connectionId": self.connection_id})

    def _service(self, name: str, args: SiteLinkArgs) -> pulumi.Output[str]:
        router = args.get("router_id")
        if router is None:
            raise pulumi.RunError(
                f"互联 {name}：请给出 router_id 或 service_id。"
                f" Link {name}: give `router_id` or `service_id`."
            )
        return vpn_service(f"{name}-vpn", router, self._text, self._options)

    def _ike(self, name: str, args: SiteLinkArgs) -> pulumi.Output[str]:
        lifetime = int(args["lifetime_seconds"])
        return openstack.vpnaas.IkePolicy(
            f"{name}-ike",
            name=f"{name}-ike",
            description=self._text,
            ike_version="v2",
            encryption_algorithm=args["ike_encryption"],
            auth_algorithm=args["ike_integrity"],
            pfs=args["group"],
            lifetimes=[openstack.vpnaas.IkePolicyLifetimeArgs(units="seconds", value=lifetime)],
            opts=self._proposal("ikeVersion"),
        ).id

    def _ipsec(self, name: str, args: SiteLinkArgs) -> pulumi.Output[str]:
        lifetime = int(args["lifetime_seconds"])
        return openstack.vpnaas.IpSecPolicy(
            f"{name}-ipsec",
            name=f"{name}-ipsec",
            description=self._text,
            transform_protocol="esp",
            encapsulation_mode="tunnel",
            encryption_algorithm=args["esp_encryption"],
            auth_algorithm=args["esp_integrity"],
            pfs=args["group"],
            lifetimes=[openstack.vpnaas.IpSecPolicyLifetimeArgs(units="seconds", value=lifetime)],
            opts=self._proposal("transformProtocol", "encapsulationMode"),
        ).id

    def _proposal(self, *more: str) -> pulumi.ResourceOptions:
        """A policy in use cannot be changed, not even its description: a new one comes before it goes."""
        made_anew = ["authAlgorithm", "encryptionAlgorithm", "pfs", "lifetimes", *more]
        return pulumi.ResourceOptions(
            parent=self,
            delete_before_replace=False,
            replace_on_changes=made_anew,
            ignore_changes=["description"],
        )

    def _endpoints(
        self, name: str, kind: str, endpoints: list[pulumi.Input[str]] | list[str]
    ) -> pulumi.Output[str]:
        """A group in use cannot go: the connection takes its successor first."""
        options = pulumi.ResourceOptions(parent=self, delete_before_replace=False)
        return openstack.vpnaas.EndpointGroup(
            name, name=name, description=self._text, type=kind, endpoints=endpoints, opts=options
        ).id


def vpn_service(
    name: str, router_id: pulumi.Input[str], description: str, opts: pulumi.ResourceOptions
) -> pulumi.Output[str]:
    """The VPN service of a router: one carries all its connections."""
    return openstack.vpnaas.Service(
        name, name=name, description=description, router_id=router_id, admin_state_up=True, opts=opts
    ).id
