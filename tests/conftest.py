"""What holds for every test."""

import signal
import types
import warnings

import pytest

from tests.support import host_kinds
from tools.prove.results import Results

pytest_plugins = (
    "tests.support.campaign",
    "tests.support.emulated",
    "tests.support.engine_env",
    "tests.support.lab_env",
    "tests.support.signers",
    "tests.support.second_try",
    "tests.support.seconds",
    "tests.support.groups",
)
PROCESSES = ("labs/openstack",)  # folders whose tests start processes though they need neither engine nor lab


def pytest_configure(config: pytest.Config) -> None:
    """Let each run leave its results for ``medcloud coverage``, and make the SDK ready."""
    if not config.pluginmanager.hasplugin("medcloud-prove"):
        config.pluginmanager.register(Results(config.rootpath), "medcloud-results")
    config.pluginmanager.register(host_kinds, "medcloud-host-kinds")
    _load_the_sdk()
    # a shell starts its background jobs deaf to it, and their children would be too
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that race real processes on a busy machine one second try. What is broken fails twice."""
    for item in items:
        real = item.get_closest_marker("engine") or item.get_closest_marker("lab")
        if real or item.path.parent.as_posix().endswith(PROCESSES):
            item.add_marker(pytest.mark.flaky(reruns=1, reruns_delay=2))


def _load_the_sdk() -> None:
    """Load the OpenStack SDK's modules whole.

    They are lazy, and stay without their classes when a test that walks the SDK imports a submodule first.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import pulumi_openstack  # noqa: PLC0415  # after the filter

        for module in list(vars(pulumi_openstack).values()):
            if isinstance(module, types.ModuleType):
                hasattr(module, "its_first_attribute_loads_a_module")
