"""A volume backend that keeps no data: a volume made of an image is there once cinder has its record."""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

from cinder.tests import fake_driver
from cinder.volume.flows.manager import create_volume


class LabVolumeDriver(fake_driver.FakeLoggingVolumeDriver):
    """cinder's own driver that logs and does nothing."""


def _copy_nothing(_task, *_args, **_named):
    """In place of fetching an image and writing it, encrypted or not, with tools of a root."""


create_volume.CreateVolumeFromSpecTask._create_from_image_cache_or_download = _copy_nothing
