"""One provider for each cloud and region; three separate clouds and three zones of one look the same."""

import pulumi
import pulumi_openstack as openstack


class Clouds:
    """Providers by entry of clouds.yaml and OpenStack region, each made on first use."""

    def __init__(self, prefix: str, parent: pulumi.Resource) -> None:
        self._prefix = prefix
        self._options = pulumi.ResourceOptions(parent=parent)
        self._made: dict[tuple[str, str], openstack.Provider] = {}

    def provider(self, entry: str, region: str) -> openstack.Provider:
        """The provider; it holds the entry's name, never its credentials."""
        key = (entry, region)
        if key not in self._made:
            self._made[key] = openstack.Provider(
                f"{self._prefix}-{entry}-{region}", cloud=entry, region=region, opts=self._options
            )
        return self._made[key]
