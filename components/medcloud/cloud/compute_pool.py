"""A compute pool: the sizes and the image of one ISA's hosts in one centre (6.1.1, 7.3.1.2-a)."""

from pathlib import PurePath
from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.existing import Existing
from medcloud.standard import conventions
from medcloud.standard.decides import decides


class FlavorArgs(TypedDict):
    """A size."""

    name: str
    """Name of the flavor; unique in its cloud."""
    vcpus: int
    """Virtual processors."""
    ram_mib: int
    """Memory, MiB."""
    disk_gib: int
    """Root disk, GiB."""
    extra_specs: dict[str, str]
    """NUMA and CPU policy, and the trait of the ISA."""
    existing: NotRequired[str | None]
    """Name of a flavor that exists already; it is not changed."""


class ImageArgs(TypedDict):
    """An operating system image."""

    name: str
    """Name of the image."""
    file: NotRequired[str | None]
    """Path of the file to upload; `.qcow2` is told from raw by its suffix."""
    existing: NotRequired[str | None]
    """Name of an image that exists already; it is not changed."""
    members: NotRequired[dict[str, pulumi.Input[str]]]
    """Ids of other projects that may boot it, by a stable name of each; nobody else may when left out."""
    properties: dict[str, str]
    """Image properties, e.g. `os_distro` and `hw_architecture`."""


class ComputePoolArgs(TypedDict):
    """What a compute pool is made of."""

    flavors: list[FlavorArgs]
    """The sizes; needs an administrator unless they exist."""
    image: ImageArgs
    """What its servers boot."""
    more_images: NotRequired[list[ImageArgs]]
    """What servers of another system boot."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


@decides("7.3.1.2-a")
class ComputePool(pulumi.ComponentResource):
    """Flavors with their NUMA, CPU and ISA requirements, and an image, made or adopted."""

    image_id: pulumi.Output[str]
    """Id of the image."""
    flavor_ids: pulumi.Output[dict[str, str]]
    """Flavor ids by flavor name."""

    def __init__(
        self,
        name: str,
        args: ComputePoolArgs,
        opts: pulumi.ResourceOptions | None = None,
        admin: pulumi.ProviderResource | None = None,
    ) -> None:
        """`admin` makes the flavors and shares the image, where the pool's own provider may not."""
        super().__init__("medcloud:index:ComputePool", name, {}, opts)
        existing = Existing(self)
        self.flavors = {f["name"]: self._flavor(f, args, existing, admin) for f in args["flavors"]}
        """Flavor ids by flavor name."""
        self.flavor_ids = pulumi.Output.all(**self.flavors)
        images = [args["image"], *args.get("more_images", [])]
        self.images = {image["name"]: self._image(image, args, existing, admin) for image in images}
        """Image ids by image name."""
        self.image_id = self.images[args["image"]["name"]]
        self.register_outputs({"imageId": self.image_id, "flavorIds": self.flavors})

    def _flavor(
        self,
        flavor: FlavorArgs,
        args: ComputePoolArgs,
        existing: Existing,
        admin: pulumi.ProviderResource | None,
    ) -> pulumi.Output[str]:
        if adopted := flavor.get("existing"):
            return existing.flavor(adopted)
        return openstack.compute.Flavor(
            flavor["name"],
            name=flavor["name"],
            # Not in the extra specs: the scheduler would take the labels for demands on a host.
            description=conventions.description(args["labels"]),
            vcpus=int(flavor["vcpus"]),
            ram=int(flavor["ram_mib"]),
            disk=int(flavor["disk_gib"]),
            extra_specs=flavor["extra_specs"],
            is_public=True,
            opts=pulumi.ResourceOptions(parent=self, provider=admin),
        ).id

    def _image(
        self,
        image: ImageArgs,
        args: ComputePoolArgs,
        existing: Existing,
        admin: pulumi.ProviderResource | None,
    ) -> pulumi.Output[str]:
        if adopted := image.get("existing"):
            return existing.image(adopted)
        file = image.get("file")
        if not file:
            raise pulumi.RunError(
                f"镜像 {image['name']} 既没有文件也没有引用。"
                f" Image {image['name']}: give `file` or `existing`."
            )
        members = image.get("members") or {}
        made = openstack.images.Image(
            image["name"],
            name=image["name"],
            container_format="bare",
            disk_format="qcow2" if PurePath(file).suffix == ".qcow2" else "raw",
            local_file_path=file,
            visibility="shared" if members else "private",
            properties={**image["properties"], **conventions.metadata(args["labels"])},
            # where the file lies on this machine is no news: a new image would rebuild every server
            opts=pulumi.ResourceOptions(parent=self, ignore_changes=["localFilePath"]),
        )
        for member, project_id in members.items():
            openstack.images.ImageAccess(
                f"{image['name']}-{member}",
                image_id=made.id,
                member_id=project_id,
                status="accepted",  # an administrator need not wait for the other side
                opts=pulumi.ResourceOptions(parent=self, provider=admin),
            )
        return made.id
