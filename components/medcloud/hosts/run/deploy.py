"""The same change as a pyinfra operation, for plain `pyinfra INVENTORY inventories/deploys/mlps3.py`."""

from __future__ import annotations

from collections.abc import Generator

from pyinfra.api.command import FunctionCommand
from pyinfra.api.exceptions import OperationError
from pyinfra.api.host import Host as PyinfraHost
from pyinfra.api.operation import operation
from pyinfra.api.state import State
from pyinfra.context import host

from medcloud.hosts.apply import transaction
from medcloud.hosts.audit.identity import with_identity
from medcloud.hosts.audit.judge import Target
from medcloud.hosts.audit.plan import HostPlan, plan
from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.controls import catalogue
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.inventory import HostEntry
from medcloud.hosts.run.facts import HostFacts
from medcloud.hosts.run.pyinfra_connection import PyinfraConnection
from medcloud.hosts.systems import recognise
from medcloud.text import Text


@operation()
def harden() -> Generator[FunctionCommand, None, None]:
    """Set what is not as wanted, as one transaction; a second run changes nothing."""
    entry: HostEntry | None = host.data.get("medcloud_host")
    state = host.get_fact(HostFacts, _sudo=host.data.get("ssh_user", "root") != "root")
    if state is None:
        raise OperationError(Text(f"{host.name}: 不能采集", f"{host.name}: could not be looked at"))
    surroundings = entry.surroundings if entry else Surroundings()
    values = with_identity({}, entry.identity if entry else None, host.name)
    target = Target(host.name, state, recognise(state.os_release), surroundings, values)
    planned = plan(target, catalogue.controls().values())
    if planned.empty:
        host.noop(str(Text(f"{host.name}: 无改动", f"{host.name}: nothing to change")))
        return
    yield FunctionCommand(_apply, (planned,), {})


def _apply(state: State, host: PyinfraHost, planned: HostPlan) -> bool:
    connection = PyinfraConnection(host)
    try:
        transaction.settle(connection)
        _, second = transaction.apply(connection, planned.overlay)
        second.close()
    except HostFailed as error:
        raise OperationError(f"{host.name}: {error}") from None
    finally:
        connection.close()
    return True
