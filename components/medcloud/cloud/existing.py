"""What exists already: looked up once by name, used, never changed or destroyed."""

import asyncio
from collections.abc import Callable

import pulumi
import pulumi_openstack as openstack


def offline() -> bool:
    """Whether this is a preview without a cloud (`medcloud:offline`): what would be looked up is unknown.

    Raises RunError when the setting is left on outside a preview.
    """
    if not pulumi.Config("medcloud").get_bool("offline"):
        return False
    if not pulumi.runtime.is_dry_run():
        raise pulumi.RunError(
            "medcloud:offline 仅用于预览；部署前请执行 pulumi config rm medcloud:offline。"
            " medcloud:offline is for previews only; remove it before `pulumi up`."
        )
    return True


def unknown() -> pulumi.Output[str]:
    """A value that this preview cannot know."""
    value: asyncio.Future[str] = asyncio.Future()
    value.set_result(pulumi.UNKNOWN)  # type: ignore[arg-type]  # the SDK's marker stands for any value
    known: asyncio.Future[bool] = asyncio.Future()
    known.set_result(False)
    return pulumi.Output(set(), value, known)


class Existing:
    """Lookups through one provider; each thing is asked for once."""

    def __init__(self, parent: pulumi.Resource, provider: pulumi.ProviderResource | None = None) -> None:
        """The parent's own provider is asked when none is given."""
        self._options = pulumi.InvokeOutputOptions(parent=parent, provider=provider)
        self._found: dict[tuple[str, ...], pulumi.Output[str]] = {}

    def network(self, name: str) -> pulumi.Output[str]:
        """Id of a network."""
        return self._once(
            ("network", name),
            lambda: openstack.networking.get_network_output(name=name, opts=self._options).id,
        )

    def subnet(self, network: str, cidr: str) -> pulumi.Output[str]:
        """Id of the subnet with that prefix on the network of that name."""
        network_id = self.network(network)
        return self._once(
            ("subnet", network, cidr),
            lambda: (
                openstack.networking.get_subnet_output(
                    network_id=network_id, cidr=cidr, opts=self._options
                ).id
            ),
        )

    def image(self, name: str) -> pulumi.Output[str]:
        """Id of the newest image of that name."""
        return self._once(
            ("image", name),
            lambda: openstack.images.get_image_output(name=name, most_recent=True, opts=self._options).id,
        )

    def flavor(self, name: str) -> pulumi.Output[str]:
        """Id of a flavor."""
        return self._once(
            ("flavor", name), lambda: openstack.compute.get_flavor_output(name=name, opts=self._options).id
        )

    def key_pair(self, name: str) -> pulumi.Output[str]:
        """Name of an SSH key pair, once it is known to exist."""
        return self._once(
            ("key pair", name),
            lambda: openstack.compute.get_keypair_output(name=name, opts=self._options).name,
        )

    def certificate(self, name: str) -> pulumi.Output[str]:
        """Reference of a certificate container in the key manager."""
        return self._once(
            ("certificate", name),
            lambda: openstack.keymanager.get_container_output(name=name, opts=self._options).container_ref,
        )

    def project(self) -> pulumi.Output[str]:
        """Id of the project that the credentials are scoped to."""
        return self._once(
            ("project",),
            lambda: openstack.identity.get_auth_scope_output(name="own", opts=self._options).project_id,
        )

    def zone(self, name: str) -> pulumi.Output[str]:
        """Id of a DNS zone; the name ends in a dot."""
        return self._once(
            ("zone", name), lambda: openstack.dns.get_dns_zone_output(name=name, opts=self._options).id
        )

    def _once(self, key: tuple[str, ...], ask: Callable[[], pulumi.Output[str]]) -> pulumi.Output[str]:
        if key not in self._found:
            self._found[key] = unknown() if offline() else ask()
        return self._found[key]
