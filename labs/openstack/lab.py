"""The lab as its services' configuration sees it: paths, ports, passwords, profile."""

from dataclasses import dataclass
from pathlib import Path

from labs.openstack.layout import Layout
from labs.openstack.place import Folders

PROFILES = {
    "sample": (
        "placement",
        "glance",
        "neutron",
        "nova",
        "cinder",
        "barbican",
        "octavia",
        "swift",
        "designate",
    ),
    "all": (
        *("placement", "glance", "neutron", "nova", "cinder", "barbican", "octavia", "swift", "designate"),
        "manila",
    ),
}


@dataclass(frozen=True)
class Lab:
    """One lab. Every password in `secrets` was generated for it."""

    place: Folders
    venv: Path
    layout: Layout
    ports: dict[str, int]
    secrets: dict[str, str]
    profile: str

    def port(self, name: str, region: str | None = None) -> int:
        """A port by its name; services that a region has of its own are named with it."""
        return self.ports[f"{name}@{region}"] if f"{name}@{region}" in self.ports else self.ports[name]

    def url(self, name: str, region: str | None = None) -> str:
        """http://127.0.0.1:port of a service."""
        return f"http://127.0.0.1:{self.port(name, region)}"

    @property
    def keystone(self) -> str:
        """The identity API, version 3."""
        return self.url("keystone") + "/v3"

    def bin(self, name: str) -> str:
        """A console script of the services' environment."""
        return str(self.venv / "bin" / name)

    def shipped(self, project: str) -> Path:
        """The configuration files that a project's wheel brings along."""
        return self.venv / "etc" / project

    def etc(self, region: str, project: str) -> Path:
        """The directory of a project's configuration."""
        return self.place.etc / region / project

    def state(self, name: str) -> Path:
        """A directory for what a service writes."""
        path = self.place.run / "state" / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def database(self, name: str) -> str:
        """SQLAlchemy's address of a database."""
        password, port = self.secrets["database"], self.ports["mariadb"]
        return f"mysql+pymysql://lab:{password}@127.0.0.1:{port}/{name}?charset=utf8mb4"

    def messages(self, region: str) -> str:
        """oslo.messaging's address of a region's virtual host."""
        return f"rabbit://lab:{self.secrets['messages']}@127.0.0.1:{self.ports['rabbitmq']}/{region}"
