"""Octavia without amphorae: a provider that makes nothing, and a thread that moves objects out of PENDING_*.

The API, its validation, the VIP's neutron port and the TLS references to barbican are octavia's own.
WSGI entry: lab_octavia:application.
"""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

import threading
import time

from octavia.api.drivers import driver_factory
from octavia.api.drivers.driver_agent import driver_updater
from octavia.db import api as database, models
from octavia_lib.api.drivers import provider_base
from oslo_log import log

LOG = log.getLogger(__name__)
PERIOD = 0.3  # seconds between looks at the database
DONE = {"PENDING_CREATE": "ACTIVE", "PENDING_UPDATE": "ACTIVE", "PENDING_DELETE": "DELETED"}
PARTS = {
    "members": models.Member,
    "healthmonitors": models.HealthMonitor,
    "l7rules": models.L7Rule,
    "l7policies": models.L7Policy,
    "pools": models.Pool,
    "listeners": models.Listener,
}
KINDS = ("loadbalancer", "listener", "pool", "member", "health_monitor", "l7policy", "l7rule")


class LabProvider(provider_base.ProviderDriver):
    """Accepts whatever the API has found valid."""

    def get_supported_flavor_metadata(self):
        """The one flavor property that amphorae are mostly given."""
        return {"loadbalancer_topology": "SINGLE or ACTIVE_STANDBY"}

    def get_supported_availability_zone_metadata(self):
        """The one zone property that amphorae are mostly given."""
        return {"compute_zone": "name of a compute zone"}


def _accept(self, *_args, **_kwargs):
    """Nothing to do."""


for _name in (
    *(f"{kind}_{verb}" for kind in KINDS for verb in ("create", "update", "delete")),
    *("loadbalancer_failover", "member_batch_update", "validate_flavor", "validate_availability_zone"),
):
    setattr(LabProvider, _name, _accept)


def settle():
    """Finish pending work for ever."""
    updater = driver_updater.DriverUpdater()
    while True:
        try:
            if work := pending():
                answer = updater.update_loadbalancer_status(work)
                if answer.get("status_code") != 200:
                    LOG.error("settle: %s", answer)
        except Exception:
            LOG.exception("settle")  # the thread must live: the next round tries again
        time.sleep(PERIOD)


def pending():
    """What is pending below load balancers that are, as the driver interface words status updates."""
    session = database.get_session()
    with session.begin():
        balancers = _pending(session, models.LoadBalancer)
        if not balancers:
            return {}
        work = {kind: [record(kind, o) for o in _pending(session, model)] for kind, model in PARTS.items()}
        for balancer in balancers:
            if balancer.provisioning_status == "PENDING_DELETE":
                cascade(balancer, work)
        work["loadbalancers"] = [record("loadbalancers", b) for b in balancers]
    return work


def _pending(session, model):
    return session.query(model).filter(model.provisioning_status.like("PENDING%")).all()


def cascade(balancer, work):
    """Add what hangs below a load balancer that goes away."""

    def gone(kind, objects):
        work[kind] += [{"id": o.id, "provisioning_status": "DELETED"} for o in objects]

    for pool in balancer.pools:
        gone("members", pool.members)
        gone("healthmonitors", [pool.health_monitor] if pool.health_monitor else [])
    gone("pools", balancer.pools)
    for listener in balancer.listeners:
        for policy in listener.l7policies:
            gone("l7rules", policy.l7rules)
        gone("l7policies", listener.l7policies)
    gone("listeners", balancer.listeners)


def record(kind, item):
    """The finished state of one object."""
    status = DONE[item.provisioning_status]
    found = {"id": item.id, "provisioning_status": status}
    if status == "ACTIVE":
        found["operating_status"] = "ONLINE" if item.enabled else "OFFLINE"
        if kind == "members" and item.enabled and not item.pool.health_monitor:
            found["operating_status"] = "NO_MONITOR"
    return found


def _named_amphora(real):
    """`amphora` is the name that programs use: the same driver under it."""

    def get_driver(provider):
        driver = real("lab" if provider in ("amphora", "", None) else provider)
        if provider != "lab":
            driver.name = "amphora"
        return driver

    return get_driver


def __getattr__(name):
    """Octavia's application, made when the server asks for it: the entry point needs only the class above."""
    if name != "application":
        raise AttributeError(name)
    driver_factory.get_driver = _named_amphora(driver_factory.get_driver)
    from octavia.wsgi import api  # noqa: PLC0415 - parses the configuration

    threading.Thread(target=settle, daemon=True).start()
    return api.application
