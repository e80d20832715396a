"""What a tenant's project may have: servers and volumes, by number and by size (7.5.2.1-a)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.standard.decides import decides


class TenantQuotaArgs(TypedDict):
    """The quota of one project; what is left out stays as the cloud has it."""

    project_id: pulumi.Input[str]
    """Id of the project."""
    cores: NotRequired[int | None]
    """vCPUs of all its servers."""
    memory_gib: NotRequired[int | None]
    """Memory of all its servers, GiB."""
    instances: NotRequired[int | None]
    """Servers."""
    volumes: NotRequired[int | None]
    """Volumes."""
    volumes_gib: NotRequired[int | None]
    """Sizes of its volumes together, GiB."""


@decides("7.5.2.1-a")
class TenantQuota(pulumi.ComponentResource):
    """Quotas of compute and of block storage. Needs an administrator."""

    project_id: pulumi.Output[str]
    """Id of the project, once its quotas are in force."""

    def __init__(self, name: str, args: TenantQuotaArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:TenantQuota", name, {}, opts)
        options = pulumi.ResourceOptions(parent=self)
        cores, memory, instances = (args.get("cores"), args.get("memory_gib"), args.get("instances"))
        volumes, gigabytes = args.get("volumes"), args.get("volumes_gib")
        made: list[pulumi.Output[str]] = []
        if cores or memory or instances:
            compute = openstack.compute.QuotaSetV2(
                f"{name}-compute",
                project_id=args["project_id"],
                cores=int(cores) if cores else None,
                ram=int(memory) * 1024 if memory else None,
                instances=int(instances) if instances else None,
                opts=options,
            )
            made.append(compute.project_id)
        if volumes or gigabytes:
            storage = openstack.blockstorage.QuoteSetV3(
                f"{name}-volumes",
                project_id=args["project_id"],
                volumes=int(volumes) if volumes else None,
                gigabytes=int(gigabytes) if gigabytes else None,
                opts=options,
            )
            made.append(storage.project_id)
        self.project_id = pulumi.Output.all(args["project_id"], *made).apply(lambda ids: str(ids[0]))
        self.register_outputs({"projectId": self.project_id})
