"""Object containers: versions kept, written once, copied to another centre (7.3.2.2-c, -e; 7.3.2.4-c)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.standard import conventions
from medcloud.standard.decides import decides


class ContainerArgs(TypedDict):
    """An object container."""

    name: str
    """Name of the container; unique in its account."""
    versioning: bool
    """Whether overwritten and deleted objects are kept as versions."""
    retention_days: NotRequired[int | None]
    """Days before which nothing may be deleted. Left out: no minimum."""
    worm: NotRequired[bool]
    """Written once, read many times."""
    replicate_to: NotRequired[str | None]
    """Centre that holds the copy; kept as a label."""
    sync_to: NotRequired[str | None]
    """Where the object store copies to, `//realm/cluster/account/container`. Left out: it does not."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class ObjectStoreArgs(TypedDict):
    """The containers of one workload in one centre."""

    containers: list[ContainerArgs]
    """The containers."""
    sync_key: NotRequired[pulumi.Input[str] | None]
    """Key that both ends of a copy share. Give it as a secret."""
    purge: NotRequired[bool]
    """Whether deleting a container deletes what is in it; false when left out, and then it is refused."""


@decides("7.3.2.2-c", "7.3.2.2-e", "7.3.2.4-c")
class ObjectStore(pulumi.ComponentResource):
    """Containers that only their own project may read or write."""

    container_names: pulumi.Output[list[str]]
    """Names of the containers."""

    def __init__(self, name: str, args: ObjectStoreArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:ObjectStore", name, {}, opts)
        names = [self._container(container, args) for container in args["containers"]]
        self.container_names = pulumi.Output.all(*names)
        self.register_outputs({"containerNames": names})

    def _container(self, container: ContainerArgs, args: ObjectStoreArgs) -> pulumi.Output[str]:
        sync_to, sync_key = container.get("sync_to"), args.get("sync_key")
        if sync_to and sync_key is None:
            raise pulumi.RunError(
                f"容器 {container['name']}：复制需要共享密钥 sync_key。"
                f" Container {container['name']}: `sync_to` needs `sync_key`."
            )
        return openstack.objectstorage.Container(
            container["name"],
            name=container["name"],
            versioning=container["versioning"],
            force_destroy=args.get("purge", False),
            container_sync_to=sync_to,
            container_sync_key=pulumi.Output.secret(sync_key) if sync_to and sync_key is not None else None,
            metadata=_metadata(container),
            opts=pulumi.ResourceOptions(parent=self, additional_secret_outputs=["containerSyncKey"]),
        ).name


def _metadata(container: ContainerArgs) -> dict[str, str]:
    """The labels, and what a gateway or a lifecycle job must keep to: retention, WORM, where the copy is."""
    days = container.get("retention_days")
    kept: dict[str, object] = {
        "retention-days": int(days) if days else None,
        "worm": "true" if container.get("worm") else None,
        "replicate-to": container.get("replicate_to"),
    }
    return conventions.metadata({**container["labels"], **kept})
