"""The projects of the lab, one a module."""

from labs.openstack import base
from labs.openstack.lab import PROFILES, Lab
from labs.openstack.project import Project, Service
from labs.openstack.services import (
    barbican,
    cinder,
    designate,
    glance,
    keystone,
    manila,
    neutron,
    nova,
    octavia,
    placement,
    swift,
)

_ALL = (keystone, placement, glance, neutron, nova, cinder, barbican, octavia, swift, designate, manila)


def projects(profile: str) -> list[Project]:
    """Keystone and the projects of a profile."""
    wanted = ("keystone", *PROFILES[profile])
    return [module.PROJECT for module in _ALL if module.PROJECT.name in wanted]


def processes(lab: Lab) -> list[Service]:
    """Every process of a lab, what others stand on first."""
    found = base.services(lab)
    for project in projects(lab.profile):
        for region in project.regions(lab):
            found += project.services(lab, region)
    return found
