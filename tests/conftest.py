"""What holds for every test."""

import types
import warnings


def pytest_configure() -> None:
    """Load the OpenStack SDK's modules whole.

    They are lazy, and stay without their classes when a test that walks the SDK imports a submodule first.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import pulumi_openstack  # noqa: PLC0415  # after the filter

        for module in list(vars(pulumi_openstack).values()):
            if isinstance(module, types.ModuleType):
                hasattr(module, "its_first_attribute_loads_a_module")
