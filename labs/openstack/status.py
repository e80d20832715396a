"""What runs, in which region, on which port, with how much memory."""

from dataclasses import asdict, dataclass

from labs.openstack import place, ports, procs, services
from labs.openstack.lab import Lab
from medcloud.text import Text


@dataclass(frozen=True)
class Row:
    """One service. `state`: up, silent (its port does not answer) or dead; memory is PSS in MiB."""

    name: str
    region: str
    state: str
    port: int
    pid: int
    memory: int


def rows(lab: Lab) -> list[Row]:
    """The services of the lab in the order of their start."""
    run = lab.place.run
    alive, processes = procs.leaders(run), procs.scan(run)
    found = []
    for service in services.processes(lab):
        pid = alive.get(service.name, 0)
        state = "dead" if not pid else "silent" if service.port and not ports.answers(service.port) else "up"
        memory = procs.memory(p.pid for p in processes if pid and p.session == pid) // 1024
        found.append(Row(service.name, _region(lab, service.name), state, service.port, pid, memory))
    return found


def _region(lab: Lab, name: str) -> str:
    for region in lab.layout.regions:
        if name.endswith(f"-{region.name}") or name.removeprefix("nova-compute-") in region.isa:
            return region.name
    return "*"  # one for all regions


def as_data(lab: Lab | None, where: place.Folders) -> dict[str, object]:
    """For --json."""
    if lab is None:
        return {"up": False, "services": [], "run": str(where.run)}
    found = rows(lab)
    return {
        "up": all(row.state == "up" for row in found),
        "profile": lab.profile,
        "run": str(where.run),
        "memory": sum(row.memory for row in found),
        "services": [asdict(row) for row in found],
    }


def as_text(lab: Lab) -> str:
    """For people."""
    found = rows(lab)
    lines = [f"{'service':26} {'region':8} {'state':7} {'port':>6} {'pid':>8} {'PSS MiB':>8}"]
    lines += [
        f"{r.name:26} {r.region:8} {r.state:7} {r.port or '':>6} {r.pid or '':>8} {r.memory:8}" for r in found
    ]
    dead = sum(r.state != "up" for r in found)
    total = sum(r.memory for r in found)
    up = f"{len(found) - dead}/{len(found)}"
    said = Text(
        f"{up} 个服务在运行，{total} MiB，配置 {lab.profile}",
        f"{up} services up, {total} MiB, profile {lab.profile}",
    )
    lines.append(str(said))
    return "\n".join(lines)
