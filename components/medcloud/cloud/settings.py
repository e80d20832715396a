"""What an operator sets beside the region file: secrets, and how careful to be with data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pulumi


@dataclass(frozen=True)
class Settings:
    """The stack's `medcloud:` configuration."""

    certificate: pulumi.Output[str] | None = None
    """`medcloud:certificate`: chain for `*.domain`, PEM, a secret."""
    certificate_key: pulumi.Output[str] | None = None
    """`medcloud:certificateKey`: its private key, PEM, a secret."""
    link_key: pulumi.Output[str] | None = None
    """`medcloud:linkKey`: what the pre-shared keys of links are derived from, a secret."""
    protect_data: bool = False
    """`medcloud:protectData`: the engine refuses to delete or replace data volumes."""
    purge: bool = False
    """`medcloud:purge`: deleting an object container deletes what is in it."""
    replication: Mapping[str, str] = field(default_factory=dict)
    """`medcloud:replication`: centre to `//realm/cluster/account`, where its object store takes copies."""
    sync_key: pulumi.Output[str] | None = None
    """`medcloud:syncKey`: key that both ends of a copy share, a secret."""

    @staticmethod
    def read() -> "Settings":
        """The settings of this stack."""
        config = pulumi.Config("medcloud")
        replication: Mapping[str, str] = config.get_object("replication") or {}
        return Settings(
            certificate=config.get_secret("certificate"),
            certificate_key=config.get_secret("certificateKey"),
            link_key=config.get_secret("linkKey"),
            protect_data=config.get_bool("protectData") or False,
            purge=config.get_bool("purge") or False,
            replication=replication,
            sync_key=config.get_secret("syncKey"),
        )
