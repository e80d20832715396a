"""Volumes and their types (cinder), images (glance), objects (swift), shares (manila)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import LookupRule

TYPES = {
    "blockstorage/volume": LookupRule(
        "block_storage",
        "/volumes/detail",
        "volumes",
        {"name": "name"},
        same={"name": "name", "size": "size", "metadata": "metadata"},
        settling=("creating", "downloading", "uploading", "deleting"),
        lost=("creating",),  # before a host was chosen; from then on cinder refuses to delete it
        failed=("error", "error_managing", "error_deleting"),
        delete="/volumes/{id}",
    ),
    "blockstorage/volumeTypeV3": LookupRule(
        "block_storage", "/types", "volume_types", fixed={"is_public": "None"}, same={"name": "name"}
    ),
    "blockstorage/volumeTypeAccessV3": LookupRule(
        "block_storage",
        "/types/{volumeTypeId}/os-volume-type-access",
        "volume_type_access",
        same={"project_id": "projectId"},
        id="{volumeTypeId}/{projectId}",
        own="project_id",
        delete="",
    ),
    "blockstorage/qosV3": LookupRule("block_storage", "/qos-specs", "qos_specs", same={"name": "name"}),
    "blockstorage/qosAssociationV3": LookupRule(
        "block_storage",
        "/qos-specs/{qosId}/associations",
        "qos_associations",
        same={"id": "volumeTypeId"},
        id="{qosId}/{volumeTypeId}",
        delete="",
    ),
    "blockstorage/quoteSetV3": LookupRule(again=True),
    "images/image": LookupRule(
        "image",
        "/images",
        "images",
        {"name": "name"},
        same={"disk_format": "diskFormat", "container_format": "containerFormat"},
        settling=("importing", "pending_delete", "deleted"),
        failed=("queued", "saving", "uploading", "killed"),  # the data came from the provider that died
    ),
    "images/imageAccess": LookupRule(
        "image",
        "/images/{imageId}/members",
        "members",
        same={"member_id": "memberId"},
        id="{imageId}/{memberId}",
        own="member_id",
    ),
    # PUT: a container or an object of that name is the same one
    "objectstorage/container": LookupRule(again=True),
    "objectstorage/containerObject": LookupRule(again=True),
    "objectstorage/accountV1": LookupRule(again=True),
    "objectstorage/tempUrl": LookupRule(again=True),
    "sharedfilesystem/share": LookupRule(
        "shared_file_system",
        "/shares/detail",
        "shares",
        {"name": "name"},
        same={"name": "name", "size": "size"},
        settling=("creating", "deleting"),
        delete="/shares/{id}",
    ),
    "sharedfilesystem/shareNetwork": LookupRule(
        "shared_file_system",
        "/share-networks/detail",
        "share_networks",
        {"name": "name"},
        delete="/share-networks/{id}",
    ),
    "sharedfilesystem/securityService": LookupRule(
        "shared_file_system", "/security-services", "security_services", {"name": "name"}
    ),
    # medcloud's own dynamic resource; a volume type has one encryption or none
    "pulumi-python:dynamic/medcloud:VolumeTypeEncryption": LookupRule(
        "block_storage",
        "/types/{volume_type_id}/encryption",
        accept=lambda _inputs, found: bool(found.get("encryption_id")),
        own="encryption_id",
    ),
}
